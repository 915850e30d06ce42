-- Decisions as they were taken: words that can be edited, and figures that never change again.
create table decision_record (
    estate_slug   text        not null references estate (slug) on update cascade on delete cascade,
    number        integer     not null check (number > 0),
    version       bigint      not null check (version > 0),
    title         text        not null check (title <> ''),
    status        text        not null check (status in ('proposed', 'accepted', 'rejected', 'deprecated', 'superseded')),
    superseded_by integer,
    decided_at    timestamptz, -- when it was last accepted or rejected; none while it is proposed
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    wording       text        not null check (wording is json object),
    frozen        text        not null check (frozen is json object),
    primary key (estate_slug, number),
    foreign key (estate_slug, superseded_by) references decision_record (estate_slug, number),
    check ((status = 'superseded') = (superseded_by is not null)),
    check (superseded_by <> number)
);
