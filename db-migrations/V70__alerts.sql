-- What managers asked to be told of: budgets that were crossed, tare that rose.
create table alert_setting (
    estate_slug  text             primary key references estate (slug) on update cascade on delete cascade,
    tare_percent double precision not null check (tare_percent > 0 and tare_percent <= 1000)
);

-- How an estate stood when it was last judged: news is what differs from it.
create table alert_level (
    estate_slug text             primary key references estate (slug) on update cascade on delete cascade,
    judged      text             not null, -- which figures and which version of the estate were judged
    currency    text             not null,
    tare        double precision not null, -- money a month that a rise is counted from
    over_budget text             not null check (over_budget is json array)
);

create table alert (
    id          uuid             primary key,
    estate_slug text             not null references estate (slug) on update cascade on delete cascade,
    at          timestamptz      not null,
    kind        text             not null check (kind in ('budget-crossed', 'budget-kept', 'tare-rose')),
    team        text             not null, -- empty where it is about the estate
    currency    text             not null,
    before      double precision not null, -- the budget, or the tare it rose from
    after       double precision not null  -- what it is now, money a month
);

create index alert_of_estate on alert (estate_slug, at);
