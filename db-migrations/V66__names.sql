-- What people said of names: these two are one service, or they are two. A refused pair is never proposed again.
create table name_decision (
    id          text        not null, -- of the proposal, made of both names
    estate_slug text        not null references estate (slug) on update cascade on delete cascade,
    name        text        not null, -- the one that became part, or was to
    other       text        not null,
    into_name   text        not null, -- what the one was called then
    why         text        not null,
    accepted    boolean     not null,
    decided_at  timestamptz not null,
    change      bytea,                -- what joining them changed, to take it back
    primary key (estate_slug, id),
    check (accepted = (change is not null))
);
