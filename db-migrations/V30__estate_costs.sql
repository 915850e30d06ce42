-- Money in decimals, exact to the last digit of an invoice; credits are below zero. And money that no service accounts for.
alter table hosting_cost drop constraint hosting_cost_monthly_check;
-- by way of its text, so that 0.1 becomes 0.1
alter table hosting_cost alter column monthly type numeric using cast(cast(monthly as text) as numeric);

create table estate_cost (
    estate_id bigint  not null references estate,
    position  integer not null check (position >= 0),
    category  text,
    monthly   numeric,
    source    text,
    counts    boolean not null default false,
    primary key (estate_id, position)
);
