-- Engagement agreements as lists and pages show them. What people typed is in plain text here; erasing
-- the matter or pro forma rewrites the row.
create table agreements (
  tenant_id        text        not null,
  id               uuid        not null,
  version          bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  matter_id        uuid,
  pro_forma_id     uuid,
  status           text        not null,
  client           jsonb       not null,
  terms            text        not null,
  scope            text        not null,
  fees             text        not null,
  link_generation  integer     not null default 0,
  sent_at          timestamptz,
  expires_at       timestamptz,
  signature        text,
  signed_by        text,
  signed_at        timestamptz,
  countersigned_by text,
  countersigned_at timestamptz,
  cancel_reason    text,
  mail_state       text,
  mail_reason      text,
  primary key (tenant_id, id)
);
create index agreements_created_ix on agreements (tenant_id, created_at desc, id desc);
create index agreements_matter_ix on agreements (tenant_id, matter_id) where matter_id is not null;
create index agreements_pro_forma_ix on agreements (tenant_id, pro_forma_id)
  where pro_forma_id is not null;

alter table agreements enable row level security;
alter table agreements force row level security;
create policy tenant on agreements
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on agreements to lexohub_app;

-- Other estimates for matters, and what became of them.
create table scope_amendments (
  tenant_id         text        not null,
  id                uuid        not null,
  version           bigint      not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  matter_id         uuid        not null,
  agreement_id      uuid,
  type              text        not null,
  status            text        not null,
  reason            text,
  original_estimate bigint      not null,
  new_estimate      bigint      not null,
  original_days     integer     not null,
  new_days          integer     not null,
  automatic         boolean     not null,
  approved_channel  text,
  approved_by       text,
  rejection         text,
  superseded_by     uuid,
  primary key (tenant_id, id)
);
create index scope_amendments_created_ix on scope_amendments (tenant_id, created_at desc, id desc);
create index scope_amendments_matter_ix on scope_amendments (tenant_id, matter_id);

alter table scope_amendments enable row level security;
alter table scope_amendments force row level security;
create policy tenant on scope_amendments
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on scope_amendments to lexohub_app;

-- What users should know of: one row an event, whose id it has. No words, so nothing to forget: who
-- shows it words it.
create table notifications (
  tenant_id    text        not null,
  id           uuid        not null,
  version      bigint      not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  kind         text        not null,
  subject_type text        not null,
  subject_id   uuid        not null,
  primary key (tenant_id, id)
);
create index notifications_created_ix on notifications (tenant_id, created_at desc, id desc);

alter table notifications enable row level security;
alter table notifications force row level security;
create policy tenant on notifications
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on notifications to lexohub_app;

-- Who has read what: an inbox is one user's.
create table notification_reads (
  tenant_id       text        not null,
  inbox_id        uuid        not null,
  notification_id uuid        not null,
  read_at         timestamptz not null,
  primary key (tenant_id, inbox_id, notification_id)
);

alter table notification_reads enable row level security;
alter table notification_reads force row level security;
create policy tenant on notification_reads
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on notification_reads to lexohub_app;

-- Which kinds a user does not want to see; the row of an inbox begins with the first choice.
create table notification_mutes (
  tenant_id text   not null,
  inbox_id  uuid   not null,
  version   bigint not null,
  kinds     text[] not null,
  primary key (tenant_id, inbox_id)
);

alter table notification_mutes enable row level security;
alter table notification_mutes force row level security;
create policy tenant on notification_mutes
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on notification_mutes to lexohub_app;

-- A link may lead to something else than a pro forma. The old column stays that of pro formas, because
-- nodes of an older release go on reading and writing it while they are replaced one by one.
alter table public_links alter column pro_forma_id drop not null;
alter table public_links add column subject_id uuid;
create index public_links_subject_ix on public_links (tenant_id, subject_id, purpose)
  where subject_id is not null;

-- Since when the prescription of an invoice's debt runs: from the day it was due, or was acknowledged
-- last. There from the day the invoice is sent, and of no meaning once nothing is owed any more.
create table prescriptions (
  tenant_id  text        not null,
  id         uuid        not null,
  version    bigint      not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  due_date   date        not null,
  runs_from  date        not null,
  primary key (tenant_id, id)
);

alter table prescriptions enable row level security;
alter table prescriptions force row level security;
create policy tenant on prescriptions
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on prescriptions to lexohub_app;
