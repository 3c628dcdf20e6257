-- Rate cards. The name is the advocate's own and of nobody else, so no erasure reaches it.
create table rate_cards (
  tenant_id   text        not null,
  id          uuid        not null,
  version     bigint      not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  name        text        not null,
  category    text        not null,
  pricing     text        not null,
  matter_type text,
  rate        bigint      not null,
  minimum     bigint,
  maximum     bigint,
  retired     boolean     not null default false,
  primary key (tenant_id, id)
);

alter table rate_cards enable row level security;
alter table rate_cards force row level security;
create policy tenant on rate_cards
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on rate_cards to lexohub_app;

-- Batches of invoices. entries: by the id of the pro forma or matter, with its place in the batch.
create table invoice_batches (
  tenant_id        text        not null,
  id               uuid        not null,
  version          bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  status           text        not null,
  invoice_date     date        not null,
  total            integer     not null,
  invoiced         integer     not null default 0,
  already_invoiced integer     not null default 0,
  refused          integer     not null default 0,
  entries          jsonb       not null,
  primary key (tenant_id, id)
);
create index invoice_batches_created_ix on invoice_batches (tenant_id, created_at desc, id desc);

alter table invoice_batches enable row level security;
alter table invoice_batches force row level security;
create policy tenant on invoice_batches
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert, update, delete, truncate on invoice_batches to lexohub_app;
