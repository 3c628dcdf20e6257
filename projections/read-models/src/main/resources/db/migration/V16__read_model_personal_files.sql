-- What became of a file's personal data. id is its own; file_id is the matter's or the pro forma's.
create table personal_files (
  tenant_id          text        not null,
  id                 uuid        not null,
  version            bigint      not null,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  kind               text        not null,
  file_id            uuid        not null,
  legal_hold         boolean     not null default false,
  due_on             date,
  scheduled_subjects jsonb       not null default '[]',
  laws               jsonb       not null default '[]',
  erased_subjects    jsonb       not null default '[]',
  keys_left          jsonb       not null default '[]', -- erased subjects whose keys are not gone yet
  erased_at          timestamptz,
  keys_destroyed_at  timestamptz,
  status             text generated always as (
    case
      when due_on is not null then 'SCHEDULED'
      when jsonb_array_length(erased_subjects) > 0 then 'ERASED'
      else 'LIVE'
    end) stored,
  primary key (tenant_id, id)
);
create unique index personal_files_file_uk on personal_files (tenant_id, file_id);

alter table personal_files enable row level security;
alter table personal_files force row level security;
create policy tenant on personal_files
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on personal_files to lexohub_app;
