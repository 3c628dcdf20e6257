-- Pro formas, request and quote in one row.
create table pro_formas (
  tenant_id            text        not null,
  id                   uuid        not null,
  version              bigint      not null,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  status               text        not null,
  status_before_expiry text, -- where an extension takes it back to
  quote_number         text,
  revision             integer     not null default 0,
  matter_id            uuid,
  matter_type          text        not null,
  urgency              text,
  requested_action     text,
  client               jsonb       not null,
  attorney             jsonb,
  supplier             jsonb,
  title                text        not null,
  description          text,
  narrative            text,
  lines                jsonb       not null default '[]',
  totals               jsonb,
  total                bigint, -- minor units
  quote_date           date,
  valid_until          date,
  request_expires_at   timestamptz,
  submitted_at         timestamptz,
  sent_at              timestamptz,
  answer               jsonb,
  closed_reason        text,
  invoicing            jsonb,
  documents            jsonb       not null default '{}', -- by revision
  notifications        jsonb       not null default '{}', -- by revision and template
  search_text          text generated always as (
    coalesce(quote_number, '') || ' ' || title || ' ' || coalesce(client ->> 'name', '')
    || ' ' || coalesce(attorney ->> 'name', '') || ' ' || coalesce(attorney ->> 'firm', '')) stored,
  primary key (tenant_id, id)
);
create index pro_formas_created_ix on pro_formas (tenant_id, created_at desc, id desc);
create index pro_formas_status_ix on pro_formas (tenant_id, status);
create index pro_formas_matter_ix on pro_formas (tenant_id, matter_id) where matter_id is not null;

alter table pro_formas enable row level security;
alter table pro_formas force row level security;
create policy tenant on pro_formas
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on pro_formas to lexohub_app;
