-- Documents that people add to matters and invoices. Names, addresses and reasons are in plain text
-- here; erasing the file rewrites the row.
create table attachments (
  tenant_id        text        not null,
  id               uuid        not null,
  version          bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  kind             text        not null,
  file_id          uuid        not null,
  type             text        not null,
  status           text        not null,
  name             text        not null,
  document_version integer     not null,
  previous_id      uuid,
  media_type       text,
  size             bigint,
  sha256           text,
  object_key       text,
  url              text,
  removal_reason   text,
  primary key (tenant_id, id)
);
create index attachments_created_ix on attachments (tenant_id, created_at desc, id desc);
create index attachments_file_ix on attachments (tenant_id, file_id);

alter table attachments enable row level security;
alter table attachments force row level security;
create policy tenant on attachments
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on attachments to lexohub_app;

-- Statements of account of matters. No words, so nothing to forget: what they say is in the paper.
create table statements (
  tenant_id  text        not null,
  id         uuid        not null,
  version    bigint      not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  matter_id  uuid        not null,
  number     integer     not null,
  from_date  date        not null,
  to_date    date        not null,
  status     text        not null,
  object_key text,
  sha256     text,
  size       bigint,
  reason     text,
  primary key (tenant_id, id)
);
create index statements_matter_ix on statements (tenant_id, matter_id, number);

alter table statements enable row level security;
alter table statements force row level security;
create policy tenant on statements
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on statements to lexohub_app;
