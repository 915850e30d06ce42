-- The packages in an image, as an SBOM lists them: who inherits a package can then be asked.
alter table service add column image_components text[] not null default '{}';
