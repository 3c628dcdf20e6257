-- The practice, retainers and the trust account as pages show them. What was typed is in plain text
-- here; erasing a matter rewrites its rows.
create table practices (
  tenant_id                  text        not null,
  id                         uuid        not null,
  version                    bigint      not null,
  created_at                 timestamptz not null,
  updated_at                 timestamptz not null,
  bar                        text        not null,
  profile                    text        not null,
  fidelity_certificate_until date,
  particulars                jsonb,
  vat_turns                  jsonb       not null default '{}',
  number_formats             jsonb       not null default '{}',
  auto_remind                boolean,
  reminder_days              jsonb       not null default '[]',
  overpayment_policy         text        not null default 'REJECT',
  logo_sha256                text,
  colour                     text,
  primary key (tenant_id, id)
);

create table retainers (
  tenant_id           text        not null,
  id                  uuid        not null,
  version             bigint      not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  matter_id           uuid        not null,
  type                text        not null,
  status              text        not null,
  amount              bigint      not null,
  balance             bigint      not null default 0,
  low                 boolean     not null default false,
  low_balance_percent int         not null,
  starts_on           date        not null,
  ends_on             date,
  auto_renew          boolean     not null,
  terms               text,
  cancel_reason       text,
  movements           jsonb       not null default '{}',
  primary key (tenant_id, id)
);
create index retainers_created_ix on retainers (tenant_id, created_at desc, id desc);
create index retainers_matter_ix on retainers (tenant_id, matter_id);

create table trust_accounts (
  tenant_id       text        not null,
  id              uuid        not null,
  version         bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  bank            jsonb,
  opened_on       date        not null,
  balance         bigint      not null default 0,
  reconciliation  jsonb,
  primary key (tenant_id, id)
);

create table trust_entries (
  tenant_id       text        not null,
  id              uuid        not null,
  version         bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  kind            text        not null,
  matter_id       uuid        not null,
  invoice_id      uuid,
  receipt_number  text,
  authorized_by   text,
  amount          bigint      not null,
  method          text,
  entry_date      date        not null,
  note            text,
  matter_balance  bigint      not null,
  balance         bigint      not null,
  reversed        boolean     not null default false,
  reversed_reason text,
  primary key (tenant_id, id)
);
create index trust_entries_created_ix on trust_entries (tenant_id, created_at desc, id desc);
create index trust_entries_matter_ix on trust_entries (tenant_id, matter_id);

do $$
declare
  name text;
begin
  foreach name in array array['practices', 'retainers', 'trust_accounts', 'trust_entries'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I'
      ' using (tenant_id = current_setting(''lexohub.tenant'', true))'
      ' with check (tenant_id = current_setting(''lexohub.tenant'', true))', name);
    -- truncate: a replay begins with an empty table; row-level security does not stand in its way.
    execute format('grant select, insert, update, delete, truncate on %I to lexohub_app', name);
  end loop;
end
$$;
