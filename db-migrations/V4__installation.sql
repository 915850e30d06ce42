-- What this installation has already done once, so that it is never done twice.
create table installation_step (
    name    text        primary key,
    done_at timestamptz not null
);
