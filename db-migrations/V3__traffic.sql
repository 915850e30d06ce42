-- Who calls whom, where requests arrive, and what lies outside the estate.
create table call (
    estate_id      bigint  not null,
    position       integer not null check (position >= 0),
    caller         integer not null,
    callee         integer not null,
    kind           text check (kind in ('call', 'startup-order')),
    mode           text check (mode in ('sequential', 'parallel', 'async')),
    per_request    double precision check (per_request >= 0),
    request_bytes  double precision check (request_bytes >= 0),
    response_bytes double precision check (response_bytes >= 0),
    p50_ms         double precision check (p50_ms >= 0),
    p99_ms         double precision check (p99_ms >= 0),
    observed_calls bigint check (observed_calls >= 0),
    provenance     jsonb   not null default '[]',
    primary key (estate_id, position)
);

-- An import brings 200,000 calls at once. Foreign keys look up row by row and made that 2.5 s instead of 0.8 s
-- (measured), so the same promise is kept once per statement.
create function call_ends_exist() returns trigger language plpgsql as $$
begin
    if exists (select from fresh c
               where not exists (select from service s where s.estate_id = c.estate_id and s.position = c.caller)
                  or not exists (select from service s where s.estate_id = c.estate_id and s.position = c.callee)) then
        raise foreign_key_violation using message = 'a call starts or ends at a service that is not in its estate';
    end if;
    return null;
end $$;
create trigger call_inserted after insert on call referencing new table as fresh
    for each statement execute function call_ends_exist();
create trigger call_updated after update on call referencing new table as fresh
    for each statement execute function call_ends_exist();

-- Without nested loops: before the first analyze the planner takes them, and every service gone walks all calls of its
-- estate (20,000 services with 200,000 calls: not done after 12 minutes). One equality each, so that hashing can serve.
create function service_is_not_called() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    if exists (select from gone s join call c on c.estate_id = s.estate_id and c.caller = s.position
               where not exists (select from service t where t.estate_id = s.estate_id and t.position = s.position))
       or exists (select from gone s join call c on c.estate_id = s.estate_id and c.callee = s.position
               where not exists (select from service t where t.estate_id = s.estate_id and t.position = s.position)) then
        raise foreign_key_violation using message = 'a service that still has calls cannot be deleted';
    end if;
    return null;
end $$;
create trigger service_deleted after delete on service referencing old table as gone
    for each statement execute function service_is_not_called();

create table entry_point (
    estate_id       bigint  not null,
    position        integer not null check (position >= 0),
    service         integer not null,
    mean_per_second double precision check (mean_per_second >= 0),
    peak_per_second double precision check (peak_per_second >= 0),
    primary key (estate_id, position),
    foreign key (estate_id, service) references service
);
create index entry_point_service on entry_point (estate_id, service);

create table external_host (
    estate_id bigint  not null references estate,
    position  integer not null check (position >= 0),
    host      text    not null check (host <> ''),
    primary key (estate_id, position),
    constraint external_host_name unique (estate_id, host) deferrable initially deferred
);

create table external_caller (
    estate_id bigint  not null,
    host      integer not null,
    position  integer not null check (position >= 0),
    service   integer not null,
    primary key (estate_id, host, position),
    foreign key (estate_id, host) references external_host,
    foreign key (estate_id, service) references service
);
create index external_caller_service on external_caller (estate_id, service);
