-- Two services that somebody set to stay apart or together: what advice keeps and no plan may break.
create table service_lock (
    estate_id bigint  not null references estate,
    position  integer not null check (position >= 0),
    service   integer not null,
    keep      text    not null check (keep in ('apart', 'together')),
    other     integer not null check (other <> service),
    reason    text,
    primary key (estate_id, position),
    foreign key (estate_id, service) references service,
    foreign key (estate_id, other) references service
);
create index service_lock_service on service_lock (estate_id, service);
create index service_lock_other on service_lock (estate_id, other);
