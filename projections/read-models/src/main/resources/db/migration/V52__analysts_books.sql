-- The books in SQL: every fact about money and work, and what the reports make of them, by the rules of ADR 33.

-- The share whole × part / total, half up to the cent; exact, whatever the size. As the reports have it.
create function analytics.share(whole bigint, part bigint, total bigint) returns numeric
  language sql immutable parallel safe
  return case when total = 0 then 0
    else div(2 * whole::numeric * part + total, 2 * total::numeric) end;

create view analytics.ledger_v1 with (security_barrier) as
select e.id as entry_id, e.position, e.recorded_at, e.kind, e.entry_date,
       case when e.kind = 'PAID' then coalesce(
           (select min(a.entry_date) from public.ledger_entries a
             where a.tenant_id = e.tenant_id and a.invoice_id = e.invoice_id and a.payment_id = e.payment_id
               and a.kind = 'ALLOCATED'), e.entry_date)
         else e.entry_date end as counts_on,
       e.invoice_id, e.matter_id, e.pro_forma_id, e.payment_id, e.note_id, e.work_item_id,
       e.amount as amount_cents,
       case when e.kind = 'VOIDED' then
           (select -i.amount from public.ledger_entries i
             where i.tenant_id = e.tenant_id and i.invoice_id = e.invoice_id and i.kind = 'INVOICED')
         when e.kind in ('INVOICED', 'PAID', 'PAYMENT_REVERSED', 'CREDITED', 'DEBITED', 'WRITTEN_OFF')
         then e.amount end as change_cents,
       e.vat as vat_cents, e.fees as fees_cents, e.disbursements as disbursements_cents,
       e.discount as discount_cents, e.due_date, e.method, e.minutes, e.billable
  from public.ledger_entries e;

call analytics.publish('analytics.ledger_v1',
  'The ledger: one row per fact, added once and never changed. Where position <= n, the books are as they stood at n (positions_v1).', '{
  "entry_id": "of this entry",
  "position": "of its event in the log; 0 when unknown",
  "recorded_at": "moment it was recorded",
  "kind": "INVOICED, VOIDED, PAID, PAYMENT_REVERSED, CREDITED, DEBITED, WRITTEN_OFF on an invoice''s account; ALLOCATED; WORK_LOGGED, WORK_AMENDED, WORK_REMOVED, WORK_WRITTEN_OFF, WORK_BILLED, WORK_RELEASED; QUOTE_SENT, QUOTE_ACCEPTED, QUOTE_DECLINED, QUOTE_EXPIRED, QUOTE_CONVERTED",
  "entry_date": "the legal day, South African time: invoice date, payment date, day of the work, else the day it was recorded",
  "counts_on": "the day it counts in reports: the entry date, but of a payment out of a receipt the day of its allocation",
  "invoice_id": "the invoice",
  "matter_id": "the matter",
  "pro_forma_id": "the pro forma, of a QUOTE kind",
  "payment_id": "the payment, of PAID, PAYMENT_REVERSED and ALLOCATED",
  "note_id": "the credit or debit note",
  "work_item_id": "the piece of work",
  "amount_cents": "as the event says it, signed as it changes what is open; 0 of VOIDED; of a work item, what it is worth from then on; of a quote, what it offers",
  "change_cents": "by how much it changes what is open on the invoice, VOIDED taking back what was invoiced; null off an account",
  "vat_cents": "VAT in what was invoiced; other kinds have theirs in vat_v1",
  "fees_cents": "of INVOICED: fees before discount, without VAT",
  "disbursements_cents": "of INVOICED: disbursements, without VAT",
  "discount_cents": "of INVOICED: taken off the fees",
  "due_date": "of INVOICED: last day on which a payment is in time",
  "method": "of PAID: EFT, CHEQUE, CASH, CARD, DEBIT_ORDER, OTHER, TRUST_TRANSFER or RETAINER",
  "minutes": "of time",
  "billable": "of work: it is charged"}');

create view analytics.payments_v1 with (security_barrier) as
select p.payment_id, p.invoice_id, p.method, p.entry_date as paid_on,
       coalesce(a.allocated_on, p.entry_date) as counts_on, -p.amount as amount_cents,
       r.payment_id is not null as reversed, r.entry_date as reversed_on,
       p.recorded_at, p.position, r.position as reversed_position
  from public.ledger_entries p
  left join public.ledger_entries r
    on r.tenant_id = p.tenant_id and r.invoice_id = p.invoice_id and r.payment_id = p.payment_id
   and r.kind = 'PAYMENT_REVERSED'
  left join (select tenant_id, invoice_id, payment_id, min(entry_date) as allocated_on
               from public.ledger_entries where kind = 'ALLOCATED'
              group by tenant_id, invoice_id, payment_id) a
    on a.tenant_id = p.tenant_id and a.invoice_id = p.invoice_id and a.payment_id = p.payment_id
 where p.kind = 'PAID';

call analytics.publish('analytics.payments_v1', 'Payments on invoices: one row each, the reversed among them.', '{
  "payment_id": "of this payment",
  "invoice_id": "the invoice it pays",
  "method": "EFT, CHEQUE, CASH, CARD, DEBIT_ORDER, OTHER, TRUST_TRANSFER or RETAINER",
  "paid_on": "day the money came in",
  "counts_on": "day it counts as paid: as paid_on, but out of a receipt the day of its allocation",
  "amount_cents": "what was paid",
  "reversed": "it was taken back",
  "reversed_on": "day on which it was taken back, which is when that counts",
  "recorded_at": "moment it was recorded",
  "position": "of its event in the log; 0 when unknown",
  "reversed_position": "of the reversal in the log"}');

create view analytics.vat_v1 with (security_barrier) as
with booked as (
  select e.id, e.tenant_id, e.invoice_id, e.version, e.position, e.recorded_at, e.kind, e.note_id,
         coalesce(a.allocated_on, e.entry_date) as counts_on,
         case e.kind when 'PAYMENT_REVERSED' then 'PAID' else e.kind end as family,
         case when e.kind in ('DEBITED', 'INVOICED') then e.amount
              when e.kind = 'VOIDED' then t.amount else -e.amount end as size,
         t.amount as total, t.vat as total_vat, t.fees, t.discount
    from public.ledger_entries e
    join public.ledger_entries t
      on t.tenant_id = e.tenant_id and t.invoice_id = e.invoice_id and t.kind = 'INVOICED'
    left join (select tenant_id, invoice_id, payment_id, min(entry_date) as allocated_on
                 from public.ledger_entries where kind = 'ALLOCATED'
                group by tenant_id, invoice_id, payment_id) a
      on e.kind = 'PAID' and a.tenant_id = e.tenant_id and a.invoice_id = e.invoice_id
     and a.payment_id = e.payment_id
   where e.kind in ('INVOICED', 'VOIDED', 'PAID', 'PAYMENT_REVERSED', 'CREDITED', 'DEBITED', 'WRITTEN_OFF')),
summed as (
  select b.*, (sum(b.size) over (partition by b.tenant_id, b.invoice_id, b.family order by b.version))::bigint
           as after
    from booked b),
supplied as (
  select s.*, i.invoice_number, coalesce((i.supplier ->> 'vatRegistered')::boolean, false) as vendor,
         case when s.total_vat = 0 and (i.totals ->> 'vatRateBasisPoints')::int = 0 then s.total
              else l.fees + l.disbursements - (s.discount
                     - analytics.share(s.discount, s.fees - l.fees, s.fees)) end::bigint as total_exempt
    from summed s
    join public.invoices i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
   cross join lateral (
      select coalesce(sum((line -> 'amount' ->> 'amount')::bigint)
               filter (where line ->> 'kind' <> 'DISBURSEMENT'), 0)::bigint as fees,
             coalesce(sum((line -> 'amount' ->> 'amount')::bigint)
               filter (where line ->> 'kind' = 'DISBURSEMENT'), 0)::bigint as disbursements
        from jsonb_array_elements(i.lines) line
       where line ->> 'vatTreatment' = 'EXEMPT') l),
taxed as (
  select u.*, n.note_number,
         case when u.kind in ('VOIDED', 'CREDITED', 'WRITTEN_OFF') then -1 else 1 end as sign,
         coalesce(n.vat_portion, analytics.share(u.total_vat, u.after, u.total)
           - analytics.share(u.total_vat, u.after - u.size, u.total))::bigint as vat,
         (analytics.share(u.total_exempt, u.after, u.total)
           - analytics.share(u.total_exempt, u.after - u.size, u.total))::bigint as exempt
    from supplied u
    left join public.credit_notes n on n.tenant_id = u.tenant_id and n.id = u.note_id)
select t.id as entry_id, t.position, t.recorded_at,
       case when t.family = 'PAID' then 'PAYMENTS' else 'INVOICE' end as basis, t.kind, t.counts_on, t.vendor,
       t.invoice_id, t.invoice_number, t.note_number,
       t.sign * t.size as amount_cents,
       t.sign * (t.size - t.vat - t.exempt) as standard_cents,
       t.sign * t.exempt as exempt_cents,
       t.sign * t.vat as vat_cents
  from taxed t;

call analytics.publish('analytics.vat_v1',
  'Output tax, entry by entry, on both bases: choose one. Without entries where vendor is false their sum is that of /reports/vat.', '{
  "entry_id": "joins to ledger_v1",
  "position": "of its event in the log; 0 when unknown",
  "recorded_at": "moment it was recorded",
  "basis": "INVOICE (invoices, notes and bad debts) or PAYMENTS (payments and reversals); a sum over both counts twice",
  "kind": "INVOICED, VOIDED, CREDITED, DEBITED, WRITTEN_OFF, PAID or PAYMENT_REVERSED",
  "counts_on": "the day it belongs to",
  "vendor": "the practice was registered for VAT when it invoiced; what is not belongs in no return",
  "invoice_id": "the invoice",
  "invoice_number": "number on the paper",
  "note_number": "number of the credit or debit note",
  "amount_cents": "with VAT; below 0 where it takes something back",
  "standard_cents": "the part that bears VAT, without it",
  "exempt_cents": "the part that bears none",
  "vat_cents": "output tax"}');

create view analytics.positions_v1 with (security_barrier) as
select (e.recorded_at at time zone 'Africa/Johannesburg')::date as day,
       max(e.position) as last_position, count(*) as entries
  from public.ledger_entries e
 group by 1;

call analytics.publish('analytics.positions_v1',
  'The end of each day on which anything was booked. The books of an evening are ledger_v1 where position <= the last_position of that day or, if it has none, of the last day before.', '{
  "day": "South African day of recording",
  "last_position": "of the last entry that was recorded on it",
  "entries": "how many were recorded on it"}');
