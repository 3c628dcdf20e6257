-- Matters as lists and pages show them. Names are in plain text here; erasing a person rewrites the row.
create table matters (
  tenant_id         text        not null,
  id                uuid        not null,
  version           bigint      not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  reference         text        not null,
  status            text        not null,
  archived          boolean     not null default false,
  matter_type       text        not null,
  bar               text        not null,
  title             text        not null,
  description       text,
  client            jsonb       not null,
  attorney          jsonb       not null,
  vat_exempt        boolean     not null,
  court_case_number text,
  opened_on         date        not null,
  hold_reason       text,
  settled_on        date,
  closed_on         date,
  search_text       text generated always as (
    reference || ' ' || title || ' ' || coalesce(client ->> 'name', '')
    || ' ' || coalesce(attorney ->> 'name', '') || ' ' || coalesce(attorney ->> 'firm', '')) stored,
  primary key (tenant_id, id)
);
create index matters_created_ix on matters (tenant_id, created_at desc, id desc);

alter table matters enable row level security;
alter table matters force row level security;
create policy tenant on matters
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
-- truncate: a replay begins with an empty table; row-level security does not stand in its way.
grant select, insert, update, delete, truncate on matters to lexohub_app;
