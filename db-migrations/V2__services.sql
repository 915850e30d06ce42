-- Services with what runs beside them and what they cost: everything but a name may be unknown.
create table service (
    estate_id                bigint  not null references estate,
    position                 integer not null check (position >= 0),
    name                     text    not null check (name <> '' and length(name) <= 200),
    aliases                  text[]  not null default '{}',
    team                     integer,
    kind                     text,
    namespace                text,
    language                 text,
    language_version         text,
    replicas                 double precision check (replicas >= 0),
    cpu_request              double precision check (cpu_request >= 0),
    cpu_limit                double precision check (cpu_limit >= 0),
    cpu_used                 double precision check (cpu_used >= 0),
    memory_request           double precision check (memory_request >= 0),
    memory_limit             double precision check (memory_limit >= 0),
    memory_used              double precision check (memory_used >= 0),
    image_reference          text,
    image_digest             text,
    image_compressed_bytes   double precision check (image_compressed_bytes >= 0),
    image_unpacked_bytes     double precision check (image_unpacked_bytes >= 0),
    image_layers             jsonb   not null default '[]',
    image_built_at           text, -- as published: registries state nanoseconds, timestamptz would round them
    image_packages           integer check (image_packages >= 0),
    image_vulnerabilities    integer check (image_vulnerabilities >= 0),
    payload_bytes            double precision check (payload_bytes >= 0),
    work_p50_ms              double precision check (work_p50_ms >= 0),
    work_p99_ms              double precision check (work_p99_ms >= 0),
    deploys_per_month        double precision check (deploys_per_month >= 0),
    data_stores              text[]  not null default '{}',
    isolation                text check (isolation in ('none', 'tenant', 'untrusted', 'regulated')),
    load_kind                text check (load_kind in ('steady', 'bursty', 'scheduled', 'stateful')),
    load_peak_to_mean        double precision check (load_peak_to_mean >= 0),
    log_bytes_per_request    double precision check (log_bytes_per_request >= 0),
    metric_series            double precision check (metric_series >= 0),
    provenance               jsonb   not null default '[]',
    primary key (estate_id, position),
    constraint service_name unique (estate_id, name) deferrable initially deferred,
    foreign key (estate_id, team) references team deferrable initially deferred
);
create index service_team on service (estate_id, team);

create table sidecar (
    estate_id      bigint  not null,
    service        integer not null,
    position       integer not null check (position >= 0),
    name           text    not null check (name <> '' and length(name) <= 200),
    role           text check (role in ('mesh', 'logging', 'metrics', 'security', 'secrets', 'config', 'database', 'other')),
    native         boolean not null,
    image          text,
    cpu_request    double precision check (cpu_request >= 0),
    cpu_limit      double precision check (cpu_limit >= 0),
    cpu_used       double precision check (cpu_used >= 0),
    memory_request double precision check (memory_request >= 0),
    memory_limit   double precision check (memory_limit >= 0),
    memory_used    double precision check (memory_used >= 0),
    primary key (estate_id, service, position),
    foreign key (estate_id, service) references service
);

create table hosting_cost (
    estate_id bigint  not null,
    service   integer not null,
    position  integer not null check (position >= 0),
    category  text,
    monthly   double precision check (monthly >= 0),
    source    text,
    primary key (estate_id, service, position),
    foreign key (estate_id, service) references service
);
