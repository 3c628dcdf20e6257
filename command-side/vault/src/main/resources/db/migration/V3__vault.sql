-- Keys of data subjects, wrapped by the master key, which is never in the database. A destroyed key
-- leaves its row without the key: what it sealed can never be opened again.
create table subject_key (
  key_id       uuid        not null primary key,
  tenant_id    text        not null,
  subject_id   uuid        not null,
  wrapped_key  bytea,
  created_at   timestamptz not null default clock_timestamp(),
  destroyed_at timestamptz,
  check ((wrapped_key is null) = (destroyed_at is not null))
);
create unique index subject_key_live_uk on subject_key (tenant_id, subject_id)
  where destroyed_at is null;

-- Which master key wrapped them: a key file that belongs to another database is refused at the start.
create table master_key (
  fingerprint text        not null primary key,
  first_used  timestamptz not null default clock_timestamp()
);

grant select, insert, update on subject_key to lexohub_app;
grant select, insert on master_key to lexohub_app;
