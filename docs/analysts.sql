-- Ten questions to a practice's books, for a login of docs/analysts.md. Each stands alone; amounts are in rand.

-- 1. What did each month of 2026 bring, by invoice and by payment? (as /reports/revenue)
select to_char(month, 'YYYY-MM') as month,
       round(coalesce(sum(change_cents)
         filter (where kind in ('INVOICED', 'VOIDED', 'CREDITED', 'DEBITED')), 0) / 100.0, 2) as accrued,
       round(-coalesce(sum(change_cents)
         filter (where kind in ('PAID', 'PAYMENT_REVERSED')), 0) / 100.0, 2) as received
  from generate_series(timestamp '2026-01-01', '2026-12-01', '1 month') as month
  left join ledger_v1 on counts_on >= month and counts_on < month + interval '1 month'
 group by month
 order by month;

-- 2. Who owes most, and since when?
select attorney, firm, count(*) as invoices, round(sum(balance_cents) / 100.0, 2) as owed,
       min(due_date) as oldest_due, greatest(current_date - min(due_date), 0) as days_overdue
  from invoices_v1
 where lifecycle = 'ISSUED' and balance_cents > 0
 group by attorney, firm
 order by owed desc
 limit 20;

-- 3. How many days pass from sending an invoice to its last payment, at each Bar?
with settled as (
  select invoice_id, max(counts_on) as settled_on from payments_v1 where not reversed group by invoice_id),
days as (
  select i.bar, s.settled_on - cast(i.sent_at at time zone 'Africa/Johannesburg' as date) as days
    from invoices_v1 i join settled s using (invoice_id)
   where i.status = 'PAID')
select bar, count(*) as invoices, percentile_cont(0.5) within group (order by days) as median_days,
       percentile_cont(0.9) within group (order by days) as nine_of_ten_within
  from days
 group by bar
 order by bar;

-- 4. How many of the pro formas sent in a month became work? (as /reports/pipeline)
with sent as (
  select pro_forma_id, min(entry_date) as sent_on from ledger_v1 where kind = 'QUOTE_SENT' group by pro_forma_id),
counted as (
  select to_char(s.sent_on, 'YYYY-MM') as month, count(*) as sent,
         count(*) filter (where p.status in ('ACCEPTED', 'CONVERTED')) as accepted,
         count(*) filter (where p.status = 'DECLINED') as declined,
         count(*) filter (where p.status = 'EXPIRED') as expired
    from sent s join pro_formas_v1 p using (pro_forma_id)
   group by 1)
select *, round(100.0 * accepted / nullif(accepted + declined + expired, 0), 1) as conversion_percent
  from counted
 order by month;

-- 5. Which matters hold work that could have been invoiced more than 60 days ago?
select m.reference, m.client, count(*) as items, min(w.worked_on) as oldest,
       round(sum(w.amount_cents) / 100.0, 2) as unbilled
  from work_items_v1 w join matters_v1 m using (matter_id)
 where w.state = 'UNBILLED' and w.billable and w.worked_on < current_date - 60
 group by m.matter_id, m.reference, m.client
 order by unbilled desc;

-- 6. How much of the work of each category is billed in the end?
select coalesce(category, kind) as category, round(sum(amount_cents) / 100.0, 2) as logged,
       round(coalesce(sum(amount_cents) filter (where state = 'BILLED'), 0) / 100.0, 2) as billed,
       round(coalesce(sum(amount_cents) filter (where state = 'WRITTEN_OFF'), 0) / 100.0, 2) as written_off,
       round(100.0 * coalesce(sum(amount_cents) filter (where state = 'BILLED'), 0)
         / nullif(sum(amount_cents), 0), 1) as realised_percent
  from work_items_v1
 where billable and state <> 'REMOVED' and kind <> 'DISBURSEMENT'
 group by 1
 order by logged desc;

-- 7. How much of what was invoiced is taken back by credit notes, and how much given up?
select to_char(counts_on, 'YYYY') as year,
       round(sum(change_cents) filter (where kind in ('INVOICED', 'VOIDED')) / 100.0, 2) as invoiced,
       round(coalesce(-sum(change_cents) filter (where kind = 'CREDITED'), 0) / 100.0, 2) as credited,
       round(coalesce(-sum(change_cents) filter (where kind = 'WRITTEN_OFF'), 0) / 100.0, 2) as written_off,
       round(-100.0 * coalesce(sum(change_cents) filter (where kind in ('CREDITED', 'WRITTEN_OFF')), 0)
         / nullif(sum(change_cents) filter (where kind in ('INVOICED', 'VOIDED')), 0), 1) as lost_percent
  from ledger_v1
 where change_cents is not null
 group by 1
 order by 1;

-- 8. What is the VAT of January and February 2026 on either basis, and what is between them? (as /reports/vat)
select round(coalesce(sum(vat_cents) filter (where basis = 'INVOICE'), 0) / 100.0, 2) as by_invoice,
       round(coalesce(sum(vat_cents) filter (where basis = 'PAYMENTS'), 0) / 100.0, 2) as by_payment,
       round(coalesce(sum(case basis when 'INVOICE' then vat_cents else -vat_cents end), 0) / 100.0, 2) as not_yet_due_by_payment
  from vat_v1
 where vendor and counts_on between date '2026-01-01' and '2026-02-28';

-- 9. Which clients pay late, and how much money do they tie up? (the sum that lay idle on an average day of a year)
with late as (
  select i.client, p.amount_cents as cents, p.counts_on - i.due_date as days
    from payments_v1 p join invoices_v1 i using (invoice_id)
   where not p.reversed and p.counts_on > i.due_date
   union all
  select client, balance_cents, current_date - due_date
    from invoices_v1
   where lifecycle = 'ISSUED' and balance_cents > 0 and due_date < current_date)
select client, count(*) as late_amounts, round(sum(cents) / 100.0, 2) as late,
       round(sum(cents * days) / sum(cents), 1) as days_late,
       round(sum(cents * days) / 36500.0, 2) as tied_up_for_a_year
  from late
 group by client
 order by tied_up_for_a_year desc;

-- 10. What did the books say on the evening of 28 February 2026, and what do they say of that day now?
with evening as (
  select coalesce(max(last_position), 0) as position from positions_v1 where day <= date '2026-02-28'),
accounts as (
  select invoice_id,
         coalesce(sum(change_cents) filter (where ledger_v1.position <= evening.position), 0) as then_open,
         coalesce(sum(change_cents) filter (where counts_on <= date '2026-02-28'), 0) as now_open
    from ledger_v1, evening
   where change_cents is not null
   group by invoice_id)
select count(*) filter (where then_open > 0) as open_then, round(sum(then_open) / 100.0, 2) as owed_then,
       count(*) filter (where now_open > 0) as open_as_known_now, round(sum(now_open) / 100.0, 2) as owed_as_known_now
  from accounts;
