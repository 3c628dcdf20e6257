-- What lists are sorted by since matters have terms, and what reports look for.
create index matters_updated_ix on matters (tenant_id, updated_at desc, id desc);
create index matters_deadline_ix on matters
  (tenant_id, (coalesce(least(terms ->> 'nextCourtDate', terms ->> 'expectedCompletion'), '9999-12-31')), id);
create index matters_estimate_ix on matters
  (tenant_id, (coalesce((terms -> 'estimate' ->> 'amount')::bigint, 0)), id);
create index work_items_unbilled_ix on work_items (tenant_id, matter_id) where state = 'UNBILLED' and billable;
create index work_items_day_ix on work_items (tenant_id, worked_on);
create index invoices_open_ix on invoices (tenant_id, due_date, id) where lifecycle = 'ISSUED' and balance > 0;
