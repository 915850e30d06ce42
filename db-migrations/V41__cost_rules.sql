-- Whose money it is, as people said: the next bill needs no second mapping.
create table cost_rule (
    estate_slug text    not null references estate (slug) on update cascade on delete cascade,
    position    integer not null check (position >= 0),
    label       text    not null,
    pattern     text    not null,
    service     text    not null, -- empty: leave it unmatched
    primary key (estate_slug, position)
);
