-- What a matter has beside its life: how it was asked for, what was agreed, what stands in the way.
-- Nothing of it is known of the matters that were there before.
alter table matters
  add column requested_by         text,
  add column activated_on         date,
  add column decline_reason       text,
  add column reopen_reason        text,
  add column awaited_pro_forma_id uuid,
  add column terms                jsonb,
  add column conflict             text,
  add column conflict_on          date,
  add column conflict_note        text,
  add column billing              text,
  add column billing_by           text,
  add column billing_note         text;

-- Time, services and disbursements. The version of a row is its matter's, when it last changed.
create table work_items (
  tenant_id           text        not null,
  id                  uuid        not null,
  version             bigint      not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  matter_id           uuid        not null,
  kind                text        not null,
  state               text        not null,
  worked_on           date        not null,
  description         text        not null,
  minutes             integer,
  category            text,
  quantity            numeric,
  rate                bigint,
  cost                bigint,
  markup_basis_points integer,
  amount              bigint      not null,
  billable            boolean     not null,
  vat_treatment       text        not null,
  reason              text,
  invoice_id          uuid,
  primary key (tenant_id, id)
);
create index work_items_matter_ix on work_items (tenant_id, matter_id, worked_on desc, id desc);

alter table work_items enable row level security;
alter table work_items force row level security;
create policy tenant on work_items
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on work_items to lexohub_app;
