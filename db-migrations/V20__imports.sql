-- Imports: what was read, what was decided, what became of it.
create table import_record (
    id          uuid        primary key,
    estate_slug text        not null references estate (slug) on update cascade on delete cascade,
    created_at  timestamptz not null,
    applied_at  timestamptz,
    files       text        not null, -- names, for people
    draft       text        not null check (draft is json object),
    added       integer     check (added >= 0),
    changed     integer     check (changed >= 0),
    unchanged   integer     check (unchanged >= 0)
);

create index import_record_of_estate on import_record (estate_slug, created_at);

-- Calls that people left out of an import; the next import of the same files leaves them out again.
create table import_left_out (
    estate_slug text not null references estate (slug) on update cascade on delete cascade,
    caller      text not null,
    callee      text not null,
    primary key (estate_slug, caller, callee)
);
