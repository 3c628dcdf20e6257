-- The ledger: one row per fact about money or work, never changed. Amounts are minor units, signed as they change
-- what is open on the invoice. No personal data stands here: names are joined when a report is read.
create table ledger_entries (
  tenant_id     text        not null,
  id            uuid        not null, -- the event's, or named after it and the work item
  version       bigint      not null, -- of the aggregate
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  position      bigint      not null, -- in the log; 0 when unknown
  recorded_at   timestamptz not null,
  entry_date    date        not null, -- the legal day, South African time
  kind          text        not null,
  invoice_id    uuid,
  matter_id     uuid,
  pro_forma_id  uuid,
  payment_id    uuid,
  note_id       uuid,
  work_item_id  uuid,
  amount        bigint      not null,
  vat           bigint,
  fees          bigint, -- before the discount
  disbursements bigint,
  discount      bigint,
  due_date      date,
  method        text,
  minutes       integer,
  billable      boolean,
  primary key (tenant_id, id)
);
create index ledger_invoice_ix on ledger_entries (tenant_id, invoice_id, version) where invoice_id is not null;
create index ledger_kind_ix on ledger_entries (tenant_id, kind, entry_date);
create index ledger_work_ix on ledger_entries (tenant_id, work_item_id, version) where work_item_id is not null;
create index ledger_pro_forma_ix on ledger_entries (tenant_id, pro_forma_id, version) where pro_forma_id is not null;

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
create policy tenant on ledger_entries
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
-- truncate: a replay begins with an empty table; nobody changes or takes out a single row.
grant select, insert, truncate on ledger_entries to lexohub_app;

-- Before the ledger has read what is in the log by now, it would answer with a part: this is its floor (segment -1),
-- as if it had been there and began anew, so reports say so until then. There is no log in a database of read models alone.
do $$
begin
  if to_regclass('event_log') is not null then
    insert into applied_positions (group_name, segment, position)
    select 'ledger', -1, max(position) from event_log having max(position) is not null
    on conflict (group_name, segment) do update set position = excluded.position;
  end if;
end
$$;
