-- The books of one practice, of the tenant that the session names. Whatever somebody typed, or is called, holds
-- "Nomvula": no view may show it.
insert into matters (tenant_id, id, version, created_at, updated_at, reference, status, matter_type, bar, title,
  description, client, attorney, vat_exempt, court_case_number, opened_on, hold_reason, requested_by, decline_reason,
  reopen_reason, terms, conflict, conflict_note, billing, billing_by, billing_note)
select current_setting('lexohub.tenant'), id, 1, '2026-01-02 08:00+02', '2026-01-02 08:00+02', reference, 'ACTIVE',
  case bar when 'CAPE_TOWN' then 'Estate late Nomvula Boerdery' else 'OPINION' end, bar, 'Nomvula v Roads', 'Nomvula says', client, attorney, false, 'Nomvula 1/26', '2026-01-02', 'Nomvula',
  'Nomvula', 'Nomvula', 'Nomvula', '{"feeType": "HOURLY", "urgent": true, "prescriptionDate": "2028-01-31",
    "nextCourtDate": "2026-12-01", "estimate": {"amount": 5000000, "currency": "ZAR"}}',
  'CLEAR', 'Nomvula', 'NONE', 'Nomvula', 'Nomvula'
from (values
  ('00000000-0000-4000-8000-00000000000a'::uuid, 'JHB/2026/001', 'JOHANNESBURG',
   '{"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"}'::jsonb,
   '{"name": "Nomvula Botha", "firm": "Nomvula Botha Inc", "firmReference": "Nomvula 7"}'::jsonb),
  ('00000000-0000-4000-8000-00000000000b', 'CPT/2026/001', 'CAPE_TOWN',
   '{"name": "Nomvula Boerdery", "phone": "Nomvula"}', '{"name": "[erased]"}')) m (id, reference, bar, client, attorney);

insert into work_items (tenant_id, id, version, created_at, updated_at, matter_id, kind, state, worked_on, description,
  minutes, category, rate, amount, billable, vat_treatment, reason, invoice_id)
select current_setting('lexohub.tenant'), gen_random_uuid(), 2, now(), now(),
  cast('00000000-0000-4000-8000-00000000000' || matter as uuid), kind, state, worked_on, 'Nomvula', minutes, category,
  200000, amount, billable, 'STANDARD', 'Nomvula', null
from (values
  ('a', 'TIME', 'UNBILLED', date '2026-01-10', 90, null, 300000, true),
  ('a', 'TIME', 'UNBILLED', current_date, 30, null, 100000, true),
  ('a', 'TIME', 'UNBILLED', date '2026-01-10', 60, null, 0, false),
  ('b', 'SERVICE', 'UNBILLED', date '2026-01-12', null, 'DRAFTING', 50000, true),
  ('b', 'SERVICE', 'BILLED', date '2026-01-13', null, 'DRAFTING', 200000, true),
  ('b', 'SERVICE', 'WRITTEN_OFF', date '2026-01-14', null, 'DRAFTING', 50000, true),
  ('b', 'SERVICE', 'REMOVED', date '2026-01-14', null, 'DRAFTING', 70000, true))
  w (matter, kind, state, worked_on, minutes, category, amount, billable);

insert into pro_formas (tenant_id, id, version, created_at, updated_at, status, quote_number, revision, matter_type,
  urgency, client, attorney, supplier, title, description, narrative, lines, totals, total, quote_date, sent_at, answer,
  closed_reason)
select current_setting('lexohub.tenant'), cast('00000000-0000-4000-8000-0000000000f' || n as uuid), 3, sent, sent,
  status, 'PF-2026-' || n, 1, case n when 5 then 'Nomvula' else ' opinion ' end, 'HIGH', '{"name": "Nomvula Dlamini"}', '{"name": "Nomvula Botha"}',
  '{"name": "Nomvula"}', 'Nomvula', 'Nomvula', 'Nomvula', '[{"description": "Nomvula"}]',
  '{"vat": {"amount": 15000, "currency": "ZAR"}}', 115000, cast(sent as date), sent,
  '{"kind": "DECLINED", "channel": "PUBLIC_LINK", "by": "Nomvula", "note": "Nomvula", "at": "2026-02-01T08:00:00Z"}',
  'Nomvula'
from (values (1, 'CONVERTED', timestamptz '2026-01-06 10:00+02'), (2, 'DECLINED', '2026-01-07 10:00+02'),
  (3, 'EXPIRED', '2026-01-08 10:00+02'), (4, 'ACCEPTED', '2026-01-09 10:00+02'), (5, 'SENT', '2026-02-04 10:00+02'))
  p (n, status, sent);

-- 1 is paid, 2 is owed in part, 3 is void, 4 was paid late, 5 is a draft.
insert into invoices (tenant_id, id, version, created_at, updated_at, invoice_number, lifecycle, overdue_since, source,
  round, matter_id, matter_type, invoice_type, bar, supplier, client, attorney, title, description, narrative, lines,
  totals, total, paid, credited, written_off, discount_reason, term_policy, term_days, invoice_date, due_date, sent_at,
  paid_on, closed_reason, payments, documents, notifications, notes, reminders)
select current_setting('lexohub.tenant'), cast('00000000-0000-4000-8000-00000000001' || n as uuid), 9,
  '2026-01-05 08:00+02', '2026-01-05 08:00+02', 'INV-2026-' || n, lifecycle, overdue, 'FIXED_FEE', 0,
  cast('00000000-0000-4000-8000-00000000000' || matter as uuid),
  case n when 5 then 'Estate late Nomvula Dlamini' else 'Opinion' end, 'INTERIM',
  case matter when 'a' then 'JOHANNESBURG' else 'CAPE_TOWN' end, '{"vatRegistered": true, "name": "Nomvula"}',
  cast(case matter when 'a' then '{"name": "Nomvula Dlamini"}' else '{"name": "nomvula boerdery "}' end as jsonb),
  cast(case matter when 'a' then '{"name": "Nomvula Botha", "firm": "Nomvula Botha Inc"}'
    else '{"name": "Nomvula Naidoo"}' end as jsonb),
  'Nomvula', 'Nomvula', 'Nomvula', jsonb_build_array(jsonb_build_object('kind', 'FEE', 'description', 'Nomvula',
    'vatTreatment', 'STANDARD', 'amount', jsonb_build_object('amount', total * 20 / 23, 'currency', 'ZAR'))),
  jsonb_build_object('vatRateBasisPoints', 1500, 'vat', jsonb_build_object('amount', total * 3 / 23),
    'fees', jsonb_build_object('amount', total * 20 / 23), 'disbursements', jsonb_build_object('amount', 0),
    'discount', jsonb_build_object('amount', 0)),
  total, paid, credited, written_off, 'Nomvula', 'CUSTOM', due - invoiced, invoiced, due,
  case when lifecycle = 'DRAFT' then null else cast(invoiced as timestamp) at time zone 'Africa/Johannesburg' end,
  paid_on, 'Nomvula', '{"x": {"reference": "Nomvula"}}', '{"x": {"reason": "Nomvula"}}',
  '{"x": {"reason": "Nomvula"}}', '{"x": {"number": "Nomvula"}}',
  case n when 2 then '{"1": {"sequence": 1, "type": "FIRST", "on": "2026-05-18"}}'::jsonb else '{}' end
from (values
  (1, 'a', 'ISSUED', 1150000, 1150000, 0, 0, date '2026-01-05', date '2026-03-06', null::date, date '2026-02-03'),
  (2, 'b', 'ISSUED', 575000, 0, 115000, 60000, '2026-02-10', '2026-05-11', '2026-05-12', null),
  (3, 'a', 'VOIDED', 575000, 0, 0, 0, '2026-02-11', '2026-04-12', null, null),
  (4, 'b', 'ISSUED', 230000, 230000, 0, 0, '2026-01-15', '2026-02-14', '2026-02-15', '2026-05-14'),
  (5, 'a', 'DRAFT', 115000, 0, 0, 0, '2026-03-01', '2026-04-30', null, null))
  i (n, matter, lifecycle, total, paid, credited, written_off, invoiced, due, overdue, paid_on);

insert into credit_notes (tenant_id, id, version, created_at, updated_at, kind, status, invoice_id, amount, category,
  reason, note_number, vat_portion, issued_on, cancel_reason)
values (current_setting('lexohub.tenant'), '00000000-0000-4000-8000-000000000021', 2, now(), now(), 'CREDIT', 'ISSUED',
  '00000000-0000-4000-8000-000000000012', 115000, 'BILLING_ERROR', 'Nomvula', 'CN-2026-1', 15000, '2026-02-20',
  'Nomvula');

-- The payment of 3 February was recorded a month late.
insert into ledger_entries (tenant_id, id, version, created_at, updated_at, position, recorded_at, entry_date, kind,
  invoice_id, pro_forma_id, payment_id, note_id, amount, vat, fees, disbursements, discount, due_date, method)
select current_setting('lexohub.tenant'), gen_random_uuid(), n, recorded, recorded, n, recorded,
  coalesce(dated, cast(recorded at time zone 'Africa/Johannesburg' as date)), kind,
  cast('00000000-0000-4000-8000-00000000001' || invoice as uuid),
  cast('00000000-0000-4000-8000-0000000000f' || quote as uuid),
  cast('00000000-0000-4000-8000-00000000003' || payment as uuid),
  cast('00000000-0000-4000-8000-00000000002' || note as uuid), amount,
  case kind when 'INVOICED' then amount * 3 / 23 end, case kind when 'INVOICED' then amount * 20 / 23 end,
  case kind when 'INVOICED' then 0 end, case kind when 'INVOICED' then 0 end, due,
  case kind when 'PAID' then 'EFT' end
from (values
  (1, 'INVOICED', timestamptz '2026-01-05 09:00+02', null::date, 1, null::int, null::int, null::int, 1150000, date '2026-03-06'),
  (2, 'QUOTE_SENT', '2026-01-06 10:00+02', null, null, 1, null, null, 115000, null),
  (3, 'QUOTE_SENT', '2026-01-07 10:00+02', null, null, 2, null, null, 115000, null),
  (4, 'QUOTE_SENT', '2026-01-08 10:00+02', null, null, 3, null, null, 115000, null),
  (5, 'QUOTE_SENT', '2026-01-09 10:00+02', null, null, 4, null, null, 115000, null),
  (6, 'INVOICED', '2026-01-15 23:30+02', null, 4, null, null, null, 230000, '2026-02-14'),
  (7, 'PAID', '2026-01-20 10:00+02', '2026-01-20', 1, null, 1, null, -500000, null),
  (8, 'PAID', '2026-02-01 10:00+02', '2026-02-01', 1, null, 2, null, -300000, null),
  (9, 'PAYMENT_REVERSED', '2026-02-02 10:00+02', null, 1, null, 2, null, 300000, null),
  (10, 'QUOTE_SENT', '2026-02-04 10:00+02', null, null, 5, null, null, 115000, null),
  (11, 'INVOICED', '2026-02-10 10:00+02', null, 2, null, null, null, 575000, '2026-05-11'),
  (12, 'INVOICED', '2026-02-11 10:00+02', null, 3, null, null, null, 575000, '2026-04-12'),
  (13, 'VOIDED', '2026-02-12 10:00+02', null, 3, null, null, null, 0, null),
  (14, 'CREDITED', '2026-02-20 10:00+02', null, 2, null, null, 1, -115000, null),
  (15, 'PAID', '2026-03-02 10:00+02', '2026-02-03', 1, null, 3, null, -650000, null),
  (16, 'WRITTEN_OFF', '2026-03-15 10:00+02', null, 2, null, null, null, -60000, null),
  -- Out of a receipt: the money came in on the 14th and pays the invoice from the 15th.
  (17, 'PAID', '2026-05-15 10:00+02', '2026-05-14', 4, null, 4, null, -230000, null),
  (18, 'ALLOCATED', '2026-05-15 10:00+02', null, 4, null, 4, null, 230000, null))
  l (n, kind, recorded, dated, invoice, quote, payment, note, amount, due);

insert into receipts (tenant_id, id, version, created_at, updated_at, amount, remaining, method, received_on, reference,
  allocations, refunds)
values (current_setting('lexohub.tenant'), gen_random_uuid(), 3, now(), now(), 250000, 10000, 'EFT', '2026-05-14',
  'Nomvula', '{"x": {"amount": {"amount": 230000, "currency": "ZAR"}}}',
  '{"3": {"amount": {"amount": 10000, "currency": "ZAR"}, "reason": "Nomvula"}}');

insert into retainers (tenant_id, id, version, created_at, updated_at, matter_id, type, status, amount, balance,
  low_balance_percent, starts_on, auto_renew, terms, cancel_reason, movements)
values (current_setting('lexohub.tenant'), gen_random_uuid(), 5, now(), now(), '00000000-0000-4000-8000-00000000000a',
  'PROJECT', 'ACTIVE', 800000, 400000, 20, '2026-01-01', false, 'Nomvula', 'Nomvula',
  '{"1": {"kind": "DEPOSIT", "amount": {"amount": 800000}, "note": "Nomvula"},
    "2": {"kind": "DRAWDOWN", "amount": {"amount": 500000}}, "3": {"kind": "REVERSAL", "amount": {"amount": 200000}},
    "4": {"kind": "REFUND", "amount": {"amount": 100000}}}');
