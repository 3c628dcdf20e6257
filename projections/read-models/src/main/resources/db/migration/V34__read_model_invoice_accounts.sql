-- The account of an invoice beside its payments: notes, write-offs, disputes, reminders.
alter table invoices
  add column credited          bigint  not null default 0,
  add column debited           bigint  not null default 0,
  add column written_off       bigint  not null default 0,
  add column dispute_id        uuid, -- while one is open
  add column reminders_enabled boolean not null default true,
  add column notes             jsonb   not null default '{}', -- by credit note id
  add column reminders         jsonb   not null default '{}', -- by sequence
  drop column payment_status,
  drop column status; -- and with it invoices_status_ix

-- What is open follows from the account; a generated column may not name another one.
alter table invoices
  add column balance bigint generated always as (total + debited - paid - credited - written_off) stored,
  add column payment_status text generated always as (
    case
      when lifecycle = 'ISSUED' and total > 0 and total + debited = paid + credited + written_off then 'PAID'
      when paid > 0 then 'PARTIALLY_PAID'
      else 'UNPAID'
    end) stored,
  -- The first that holds (domain.md 4.2).
  add column status text generated always as (
    case
      when lifecycle = 'DISCARDED' then 'DISCARDED'
      when lifecycle = 'WRITTEN_OFF' then 'WRITTEN_OFF'
      when lifecycle = 'VOIDED' then 'CANCELLED'
      when lifecycle = 'DRAFT' then 'DRAFT'
      when dispute_id is not null then 'DISPUTED'
      when total > 0 and total + debited = paid + credited + written_off then 'PAID'
      when overdue_since is not null then 'OVERDUE'
      when viewed_at is not null then 'VIEWED'
      else 'SENT'
    end) stored;
create index invoices_status_ix on invoices (tenant_id, status);

-- Credit notes, debit notes, disputes and receipts: the group "claims".
create table credit_notes (
  tenant_id      text        not null,
  id             uuid        not null,
  version        bigint      not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  kind           text        not null,
  status         text        not null,
  invoice_id     uuid        not null,
  amount         bigint      not null,
  category       text        not null,
  dispute_id     uuid,
  reason         text        not null,
  note_number    text,
  invoice_number text,
  vat_portion    bigint,
  correct_total  bigint,
  issued_on      date,
  ordinal        integer,
  cancel_reason  text,
  primary key (tenant_id, id)
);
create index credit_notes_created_ix on credit_notes (tenant_id, created_at desc, id desc);
create index credit_notes_invoice_ix on credit_notes (tenant_id, invoice_id);

create table disputes (
  tenant_id         text        not null,
  id                uuid        not null,
  version           bigint      not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  status            text        not null,
  invoice_id        uuid        not null,
  dispute_type      text        not null,
  amount            bigint      not null,
  reason            text        not null,
  channel           text        not null,
  opened_by         text        not null,
  responses         jsonb       not null default '{}', -- by version
  escalation_reason text,
  resolution        text,
  notes             text,
  resolved_at       timestamptz,
  primary key (tenant_id, id)
);
create index disputes_created_ix on disputes (tenant_id, created_at desc, id desc);
create index disputes_invoice_ix on disputes (tenant_id, invoice_id);

create table receipts (
  tenant_id           text        not null,
  id                  uuid        not null,
  version             bigint      not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  amount              bigint      not null,
  remaining           bigint      not null,
  method              text        not null,
  received_on         date        not null,
  overpaid_invoice_id uuid,
  matter_id           uuid,
  reference           text,
  allocations         jsonb       not null default '{}', -- by payment id
  refunds             jsonb       not null default '{}', -- by version
  primary key (tenant_id, id)
);
create index receipts_created_ix on receipts (tenant_id, created_at desc, id desc);
create index receipts_matter_ix on receipts (tenant_id, matter_id) where matter_id is not null;
create index receipts_invoice_ix on receipts (tenant_id, overpaid_invoice_id)
  where overpaid_invoice_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['credit_notes', 'disputes', 'receipts'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (tenant_id = current_setting(''lexohub.tenant'', true))'
        || ' with check (tenant_id = current_setting(''lexohub.tenant'', true))', name);
    execute format('grant select, insert, update, delete, truncate on %I to lexohub_app', name);
  end loop;
end $$;
