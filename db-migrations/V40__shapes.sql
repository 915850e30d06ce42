-- Shapes people compose and keep with their estate. Maps are kept as text: their order is the reader's own.
create table saved_shape (
    estate_id   bigint  not null references estate,
    position    integer not null check (position >= 0),
    name        text    not null check (name <> ''),
    axes        text    not null check (axes is json object),
    grouping    text    check (grouping is json),
    assumptions text    not null check (assumptions is json object),
    primary key (estate_id, position),
    constraint saved_shape_name unique (estate_id, name) deferrable initially deferred
);
