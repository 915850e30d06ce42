-- What an import changed, part by part, so that it can be taken back long after older versions of the estate were let go.
alter table import_record
    add column change         bytea,       -- null: applied before this was kept
    add column version_before bigint check (version_before >= 0),
    add column version_after  bigint check (version_after >= version_before),
    add column undone_at      timestamptz, -- null while it stands
    add column undo           bytea;       -- what taking it back changed, to do that again the other way
