-- What analysts read, version 1. Published views do not change: what must look otherwise is a _v2 beside its _v1. They
-- are barriers, so a condition of the asker's never sees a row of another tenant, and stand on the tables themselves.
-- People and firms have pseudonyms; what was typed (titles, narratives, descriptions, reasons, references, addresses)
-- is in none, and a kind of matter only if it is a known one. Amounts are cents of South African rand.

-- Gives everybody who may log in the right to read a view that says what it and each of its columns mean.
create procedure analytics.publish(published regclass, about text, columns jsonb)
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  meant text[] := array(select jsonb_object_keys(columns) order by 1);
  there text[] := array(select attname from pg_attribute where attrelid = published and attnum > 0 order by 1);
  named text;
begin
  if meant <> there then
    raise exception '% has the columns %, but % are explained', published, there, meant;
  end if;
  execute format('comment on view %s is %L', published, about);
  foreach named in array there loop
    execute format('comment on column %s.%I is %L', published, named, columns ->> named);
  end loop;
  execute format('grant select on %s to public', published);
end
$$;
revoke all on procedure analytics.publish(regclass, text, jsonb) from public;

create view analytics.matters_v1 with (security_barrier) as
select m.id as matter_id, m.reference, m.status, m.archived, analytics.matter_type(m.matter_type) as matter_type, m.bar,
       analytics.mask(s.secret, m.tenant_id, m.client ->> 'name') as client,
       analytics.mask(s.secret, m.tenant_id, m.attorney ->> 'name') as attorney,
       analytics.mask(s.secret, m.tenant_id, m.attorney ->> 'firm') as firm,
       m.vat_exempt, m.opened_on, m.activated_on, m.settled_on, m.closed_on,
       m.terms ->> 'feeType' as fee_type,
       (m.terms -> 'estimate' ->> 'amount')::bigint as estimate_cents,
       (m.terms -> 'feeCap' ->> 'amount')::bigint as fee_cap_cents,
       (m.terms -> 'hourlyRate' ->> 'amount')::bigint as hourly_rate_cents,
       coalesce((m.terms ->> 'urgent')::boolean, false) as urgent,
       (m.terms ->> 'nextCourtDate')::date as next_court_date,
       (m.terms ->> 'expectedCompletion')::date as expected_completion,
       (m.terms ->> 'prescriptionDate')::date as prescription_date,
       m.created_at, m.updated_at
  from public.matters m cross join analytics.salts s;

call analytics.publish('analytics.matters_v1', 'Matters: one row each, as it is now.', '{
  "matter_id": "joins to every other view",
  "reference": "the practice''s own number of it",
  "status": "PENDING, REQUESTED, AWAITING_APPROVAL, ACTIVE, ON_HOLD, SETTLED, CLOSED or DECLINED",
  "archived": "put away, whatever the status",
  "matter_type": "one of the known kinds of matter; OTHER when anything else was typed",
  "bar": "JOHANNESBURG or CAPE_TOWN",
  "client": "pseudonym; the same for one name in all views of this practice; [erased] once erased",
  "attorney": "pseudonym of the instructing attorney",
  "firm": "pseudonym of the attorney''s firm",
  "vat_exempt": "no VAT is charged on it",
  "opened_on": "day it was opened; of a request, made",
  "activated_on": "day work began; null where that is not known",
  "settled_on": "day it was settled",
  "closed_on": "day it was closed",
  "fee_type": "HOURLY, FIXED, CONTINGENCY, SUCCESS, RETAINER, PRO_BONO or HYBRID",
  "estimate_cents": "estimate of all fees, before VAT",
  "fee_cap_cents": "the most that is charged, before VAT",
  "hourly_rate_cents": "for time, unless an entry brings its own",
  "urgent": "it was said to be urgent",
  "next_court_date": "next day in court",
  "expected_completion": "day it is expected to be done",
  "prescription_date": "day the client''s claim prescribes",
  "created_at": "moment of its first event",
  "updated_at": "moment of its last event"}');

create view analytics.pro_formas_v1 with (security_barrier) as
select p.id as pro_forma_id, p.matter_id, p.quote_number, p.status, p.revision, analytics.matter_type(p.matter_type) as matter_type, p.urgency,
       analytics.mask(s.secret, p.tenant_id, p.client ->> 'name') as client,
       analytics.mask(s.secret, p.tenant_id, p.attorney ->> 'name') as attorney,
       analytics.mask(s.secret, p.tenant_id, p.attorney ->> 'firm') as firm,
       (p.totals -> 'vat' ->> 'amount')::bigint as vat_cents,
       p.total as total_cents, p.quote_date, p.valid_until, p.submitted_at, p.sent_at,
       p.answer ->> 'kind' as answer, (p.answer ->> 'at')::timestamptz as answered_at,
       p.created_at, p.updated_at
  from public.pro_formas p cross join analytics.salts s;

call analytics.publish('analytics.pro_formas_v1',
  'Pro formas, request and quote in one row, as it is now. When each was sent and answered before stands in ledger_v1.', '{
  "pro_forma_id": "joins to ledger_v1 and invoices_v1",
  "matter_id": "its matter; null before there is one",
  "quote_number": "null before it was sent first",
  "status": "REQUESTED, SUBMITTED, REJECTED, DRAFT, SENT, NEGOTIATING, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN or CONVERTED",
  "revision": "of the quote; 0 before there is one",
  "matter_type": "one of the known kinds of matter; OTHER when anything else was typed",
  "urgency": "LOW, MEDIUM or HIGH, as the request said",
  "client": "pseudonym",
  "attorney": "pseudonym",
  "firm": "pseudonym of the attorney''s firm",
  "vat_cents": "VAT in the total",
  "total_cents": "what the quote comes to, with VAT",
  "quote_date": "date on the quote",
  "valid_until": "last day it can be accepted",
  "submitted_at": "moment the attorney filled the request in",
  "sent_at": "moment the quote was sent last",
  "answer": "ACCEPTED, DECLINED or CHANGES_REQUESTED, the last one given",
  "answered_at": "moment of that answer",
  "created_at": "moment of its first event",
  "updated_at": "moment of its last event"}');

create view analytics.invoices_v1 with (security_barrier) as
select i.id as invoice_id, i.invoice_number, i.matter_id, i.pro_forma_id, i.source, i.invoice_type, analytics.matter_type(i.matter_type) as matter_type,
       i.bar,
       analytics.mask(s.secret, i.tenant_id, i.client ->> 'name') as client,
       analytics.mask(s.secret, i.tenant_id, i.attorney ->> 'name') as attorney,
       analytics.mask(s.secret, i.tenant_id, i.attorney ->> 'firm') as firm,
       i.lifecycle, i.status, i.payment_status, i.invoice_date, i.due_date, i.term_days, i.sent_at, i.viewed_at,
       i.overdue_since, i.paid_on, i.dispute_id is not null as disputed,
       (i.totals -> 'fees' ->> 'amount')::bigint as fees_cents,
       (i.totals -> 'disbursements' ->> 'amount')::bigint as disbursements_cents,
       (i.totals -> 'discount' ->> 'amount')::bigint as discount_cents,
       (i.totals -> 'vat' ->> 'amount')::bigint as vat_cents,
       i.total as total_cents, i.paid as paid_cents, i.credited as credited_cents, i.debited as debited_cents,
       i.written_off as written_off_cents, i.balance as balance_cents, i.created_at, i.updated_at
  from public.invoices i cross join analytics.salts s;

call analytics.publish('analytics.invoices_v1',
  'Invoices, drafts among them: one row each, as it is now. Sums over time come from ledger_v1.', '{
  "invoice_id": "joins to ledger_v1, payments_v1, vat_v1, credit_notes_v1, reminders_v1, work_items_v1",
  "invoice_number": "number on the paper",
  "matter_id": "its matter",
  "pro_forma_id": "the pro forma it came from",
  "source": "PRO_FORMA, MATTER_WIP or FIXED_FEE",
  "invoice_type": "INTERIM, MILESTONE or FINAL",
  "matter_type": "one of the known kinds of matter; OTHER when anything else was typed",
  "bar": "JOHANNESBURG or CAPE_TOWN, of the practice then",
  "client": "pseudonym",
  "attorney": "pseudonym of who has to pay",
  "firm": "pseudonym of the attorney''s firm",
  "lifecycle": "DRAFT, ISSUED, DISCARDED, VOIDED or WRITTEN_OFF",
  "status": "DRAFT, SENT, VIEWED, OVERDUE, DISPUTED, PAID, CANCELLED, WRITTEN_OFF or DISCARDED",
  "payment_status": "UNPAID, PARTIALLY_PAID or PAID",
  "invoice_date": "date on the paper; provisional until sent",
  "due_date": "last day on which a payment is in time; provisional until sent",
  "term_days": "calendar days from invoice date to due date",
  "sent_at": "moment it was sent; null for a draft",
  "viewed_at": "moment it was seen first",
  "overdue_since": "day after the due date, once it was passed unpaid",
  "paid_on": "day since which nothing is open",
  "disputed": "a dispute is open",
  "fees_cents": "fees and services before discount, without VAT",
  "disbursements_cents": "disbursements, without VAT",
  "discount_cents": "taken off the fees",
  "vat_cents": "VAT in the total",
  "total_cents": "what the paper says, with VAT",
  "paid_cents": "standing payments",
  "credited_cents": "applied credit notes",
  "debited_cents": "applied debit notes",
  "written_off_cents": "given up as bad debt",
  "balance_cents": "what is open: total and debited less paid, credited and written off; also of a draft or a voided one, so ask lifecycle = ''ISSUED''",
  "created_at": "moment of its first event",
  "updated_at": "moment of its last event"}');

create view analytics.work_items_v1 with (security_barrier) as
select w.id as work_item_id, w.matter_id, w.kind, w.state, w.worked_on, w.minutes, w.category, w.quantity,
       w.rate as rate_cents, w.cost as cost_cents, w.markup_basis_points, w.amount as amount_cents, w.billable,
       w.vat_treatment, w.invoice_id, w.created_at, w.updated_at
  from public.work_items w;

call analytics.publish('analytics.work_items_v1',
  'Time, services and disbursements on matters: one row each, as it is now.', '{
  "work_item_id": "joins to ledger_v1",
  "matter_id": "its matter",
  "kind": "TIME, SERVICE or DISBURSEMENT",
  "state": "UNBILLED, BILLED, WRITTEN_OFF or REMOVED",
  "worked_on": "day of the work",
  "minutes": "of time",
  "category": "of a service, or the type of a disbursement",
  "quantity": "of a service",
  "rate_cents": "for an hour of time or a unit of a service",
  "cost_cents": "of a disbursement, without its markup",
  "markup_basis_points": "on a disbursement, in hundredths of a per cent",
  "amount_cents": "what is charged for it, without VAT",
  "billable": "false for time that is not charged",
  "vat_treatment": "STANDARD, EXEMPT or INCLUSIVE",
  "invoice_id": "that it stands on, which may be a draft",
  "created_at": "moment it was logged",
  "updated_at": "moment it changed last"}');

create view analytics.credit_notes_v1 with (security_barrier) as
select n.id as note_id, n.note_number, n.kind, n.status, n.category, n.invoice_id, n.amount as amount_cents,
       n.vat_portion as vat_cents, n.issued_on, n.created_at, n.updated_at
  from public.credit_notes n;

call analytics.publish('analytics.credit_notes_v1', 'Credit and debit notes: one row each, as it is now.', '{
  "note_id": "joins to ledger_v1",
  "note_number": "null before it is issued",
  "kind": "CREDIT or DEBIT",
  "status": "DRAFT, ISSUED or CANCELLED",
  "category": "why, in one word",
  "invoice_id": "the invoice it corrects",
  "amount_cents": "with VAT",
  "vat_cents": "VAT in it; null before it is issued",
  "issued_on": "date on the paper",
  "created_at": "moment of its first event",
  "updated_at": "moment of its last event"}');

create view analytics.receipts_v1 with (security_barrier) as
select r.id as receipt_id, r.matter_id, r.overpaid_invoice_id, r.method, r.received_on, r.amount as amount_cents,
       (select coalesce(sum((a.value -> 'amount' ->> 'amount')::bigint), 0)::bigint
          from jsonb_each(r.allocations) a) as allocated_cents,
       (select coalesce(sum((b.value -> 'amount' ->> 'amount')::bigint), 0)::bigint
          from jsonb_each(r.refunds) b) as refunded_cents,
       r.remaining as remaining_cents, r.created_at, r.updated_at
  from public.receipts r;

call analytics.publish('analytics.receipts_v1',
  'Money that came in and belonged to no invoice yet: one row each, as it is now. It is revenue once it is allocated.', '{
  "receipt_id": "of this receipt",
  "matter_id": "the matter it came for",
  "overpaid_invoice_id": "the invoice whose payment it is the rest of",
  "method": "how it came",
  "received_on": "day it came in",
  "amount_cents": "what came in",
  "allocated_cents": "what pays invoices by standing payments",
  "refunded_cents": "what went back",
  "remaining_cents": "neither allocated nor refunded now; below 0 when too much was refunded",
  "created_at": "moment of its first event",
  "updated_at": "moment of its last event"}');

create view analytics.retainers_v1 with (security_barrier) as
select r.id as retainer_id, r.matter_id, r.type, r.status, r.amount as agreed_cents, r.balance as balance_cents,
       m.deposited_cents, m.drawn_cents, m.refunded_cents, r.low, r.starts_on, r.ends_on, r.auto_renew,
       r.created_at, r.updated_at
  from public.retainers r
 cross join lateral (
    select coalesce(sum(amount) filter (where kind = 'DEPOSIT'), 0)::bigint as deposited_cents,
           coalesce(sum(case kind when 'DRAWDOWN' then amount when 'REVERSAL' then -amount end), 0)::bigint
             as drawn_cents,
           coalesce(sum(amount) filter (where kind = 'REFUND'), 0)::bigint as refunded_cents
      from (select value ->> 'kind' as kind, (value -> 'amount' ->> 'amount')::bigint as amount
              from jsonb_each(r.movements)) moved) m;

call analytics.publish('analytics.retainers_v1',
  'Retainers: one row each, as it is now. A deposit is the client''s money; a drawdown is a payment in payments_v1.', '{
  "retainer_id": "of this retainer",
  "matter_id": "its matter",
  "type": "MONTHLY, ANNUAL, PROJECT or EVERGREEN",
  "status": "ACTIVE, DEPLETED, EXPIRED, CANCELLED or REFUNDED",
  "agreed_cents": "what was agreed",
  "balance_cents": "what is held now",
  "deposited_cents": "what was paid in, all in all",
  "drawn_cents": "what paid invoices, less what came back of it",
  "refunded_cents": "what went back to the client",
  "low": "somebody was told that little is left",
  "starts_on": "first day",
  "ends_on": "last day; null when it has none",
  "auto_renew": "it begins anew when it ends",
  "created_at": "moment of its first event",
  "updated_at": "moment of its last event"}');

create view analytics.reminders_v1 with (security_barrier) as
select i.id as invoice_id, (r.value ->> 'sequence')::int as sequence, r.value ->> 'type' as type,
       (r.value ->> 'on')::date as sent_on, (r.value ->> 'on')::date - i.due_date as days_after_due
  from public.invoices i cross join lateral jsonb_each(i.reminders) r;

call analytics.publish('analytics.reminders_v1', 'Reminders that were sent: one row each.', '{
  "invoice_id": "the invoice it is about",
  "sequence": "counts an invoice''s reminders, from 1",
  "type": "COURTESY_1 to COURTESY_3, FIRST, SECOND, FINAL or MANUAL",
  "sent_on": "day it was sent",
  "days_after_due": "days past the due date; below 0 for one before it"}');
