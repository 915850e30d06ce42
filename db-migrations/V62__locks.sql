-- Who does what is done time and again, of several instances on one database; ShedLock reads and writes it.
create table shedlock (
    name       text        primary key,
    lock_until timestamptz not null,
    locked_at  timestamptz not null,
    locked_by  text        not null
);
