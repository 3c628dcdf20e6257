-- Invoices. Amounts are minor units; status and payment_status follow from the other columns.
create table invoices (
  tenant_id       text        not null,
  id              uuid        not null,
  version         bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  invoice_number  text        not null,
  lifecycle       text        not null,
  viewed_at       timestamptz,
  overdue_since   date, -- stays when paid: a reversed payment makes it count again
  source          text        not null,
  pro_forma_id    uuid,
  round           integer     not null,
  matter_id       uuid,
  matter_type     text        not null,
  invoice_type    text        not null,
  bar             text        not null,
  supplier        jsonb       not null,
  client          jsonb       not null,
  attorney        jsonb       not null,
  title           text        not null,
  description     text,
  narrative       text,
  lines           jsonb       not null,
  totals          jsonb       not null,
  total           bigint      not null,
  paid            bigint      not null default 0,
  discount_reason text,
  term_policy     text        not null,
  term_days       integer     not null,
  invoice_date    date        not null,
  due_date        date        not null,
  sent_at         timestamptz,
  paid_on         date,
  closed_reason   text,
  payments        jsonb       not null default '{}', -- by payment id
  documents       jsonb       not null default '{}', -- by kind and version
  notifications   jsonb       not null default '{}', -- by template and delivery
  payment_status  text generated always as (
    case when paid <= 0 then 'UNPAID' when paid < total then 'PARTIALLY_PAID' else 'PAID' end) stored,
  -- The first that holds (domain.md 4.2).
  status          text generated always as (
    case
      when lifecycle = 'DISCARDED' then 'DISCARDED'
      when lifecycle = 'VOIDED' then 'CANCELLED'
      when lifecycle = 'DRAFT' then 'DRAFT'
      when paid > 0 and paid >= total then 'PAID'
      when overdue_since is not null then 'OVERDUE'
      when viewed_at is not null then 'VIEWED'
      else 'SENT'
    end) stored,
  search_text     text generated always as (
    invoice_number || ' ' || title || ' ' || coalesce(narrative, '') || ' ' || coalesce(client ->> 'name', '')
    || ' ' || coalesce(attorney ->> 'name', '') || ' ' || coalesce(attorney ->> 'firm', '')) stored,
  primary key (tenant_id, id)
);
create index invoices_created_ix on invoices (tenant_id, created_at desc, id desc);
create index invoices_due_ix on invoices (tenant_id, due_date, id);
create index invoices_status_ix on invoices (tenant_id, status);
create index invoices_matter_ix on invoices (tenant_id, matter_id) where matter_id is not null;

alter table invoices enable row level security;
alter table invoices force row level security;
create policy tenant on invoices
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on invoices to lexohub_app;
