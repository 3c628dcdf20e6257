-- Which attorney may see which matter. An attorney is named by the subject of a token and by nothing
-- else, so there is nothing here to forget.
create table matter_grants (
  tenant_id   text        not null,
  id          uuid        not null,
  version     bigint      not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  matter_id   uuid        not null,
  attorney_id text        not null,
  -- Null while nothing is granted.
  level       text,
  primary key (tenant_id, id)
);
create unique index matter_grants_attorney_ix on matter_grants (tenant_id, attorney_id, matter_id);
create index matter_grants_matter_ix on matter_grants (tenant_id, matter_id);

-- True while the offer in the row is another than the one that was sent, null otherwise.
alter table pro_formas add column offer_unsent boolean;

alter table matter_grants enable row level security;
alter table matter_grants force row level security;
create policy tenant on matter_grants
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on matter_grants to lexohub_app;
