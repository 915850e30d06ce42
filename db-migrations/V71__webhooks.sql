-- Where alerts are sent to, and what became of each: kept with the alert, so that a killed program sends it later.
create table webhook (
    id          uuid        primary key,
    estate_slug text        not null references estate (slug) on update cascade on delete cascade,
    url         text        not null,
    secret      text        not null, -- signs what is sent; shown once
    created_at  timestamptz not null
);

create table webhook_delivery (
    webhook_id   uuid        not null references webhook on delete cascade,
    alert_id     uuid        not null references alert on delete cascade,
    attempts     integer     not null default 0,
    next_at      timestamptz not null,
    delivered_at timestamptz, -- null until somebody took it
    outcome      text        not null default '',
    primary key (webhook_id, alert_id)
);

create index webhook_delivery_open on webhook_delivery (next_at) where delivered_at is null;
