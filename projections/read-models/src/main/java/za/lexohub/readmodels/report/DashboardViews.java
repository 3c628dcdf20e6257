package za.lexohub.readmodels.report;

import java.time.LocalDate;
import java.util.Map;
import za.lexohub.readmodels.row.TenantScope;

/** Reads a practice at a glance, in one statement. */
public final class DashboardViews {

  private static final String DASHBOARD =
      """
      with %1$s, %2$s,
      day as (select cast(:on as date) as today, cast(:on as date) + 7 as soon),
      deadlines as (
        select a.id, d.deadline from active a
         cross join lateral (values ((a.terms ->> 'nextCourtDate')::date),
           ((a.terms ->> 'expectedCompletion')::date), ((a.terms ->> 'prescriptionDate')::date))
           as d(deadline)),
      open as (
        select balance, due_date from invoices
         where tenant_id = :t and lifecycle = 'ISSUED' and balance > 0),
      moved as (
        select entry_date,
               case when kind in ('INVOICED', 'VOIDED', 'CREDITED', 'DEBITED') then change else 0 end
                 as invoiced,
               case when kind in ('PAID', 'PAYMENT_REVERSED') then -change else 0 end as received
          from booked),
      firsts as (
        select min(l.entry_date) as on_day, min(l.entry_date) - m.opened_on as days
          from ledger_entries l
          join matters m on m.tenant_id = :t and m.id = l.matter_id
         where l.tenant_id = :t and l.kind = 'INVOICED'
         group by m.id, m.opened_on),
      lately as (
        select a.*, w.total, u.fees,
               greatest(%3$s, (select max(%4$s) from work_items k
                                where k.tenant_id = :t and k.matter_id = a.id)) as last_activity
          from active a left join wip w on w.id = a.id left join used u on u.id = a.id)
      select jsonb_build_object(
        'on', day.today,
        'totals', jsonb_build_object(
          'matters', (select count(*) from matters where tenant_id = :t),
          'proFormas', (select count(*) from pro_formas where tenant_id = :t),
          'invoices', (select count(*) from invoices
                        where tenant_id = :t and lifecycle <> 'DISCARDED')),
        'urgent', jsonb_build_object(
          'deadlinesToday', (select count(distinct id) from deadlines where deadline = day.today),
          'longOverdueCount', (select count(*) from open where due_date <= day.today - 45),
          'longOverdue', (select %5$s from open where due_date <= day.today - 45),
          'unansweredProFormas', (select count(*) from pro_formas
              where tenant_id = :t and status = 'SENT' and %6$s <= day.today - 5)),
        'thisWeek', jsonb_build_object(
          'deadlines', (select count(distinct id) from deadlines
                         where deadline between day.today and day.soon),
          'dueCount', (select count(*) from open where due_date between day.today and day.soon),
          'due', (select %5$s from open where due_date between day.today and day.soon),
          'proFormasExpiring', (select count(*) from pro_formas where tenant_id = :t
              and status = 'SENT' and valid_until between day.today and day.soon)),
        'snapshot', jsonb_build_object(
          'outstandingCount', (select count(*) from open),
          'outstanding', (select %5$s from open),
          'overdueCount', (select count(*) from open where due_date < day.today),
          'overdue', (select %5$s from open where due_date < day.today),
          'wipMatters', (select count(*) from wip),
          'wip', (select %7$s from wip),
          'invoicedThisMonth', (select %8$s from moved
              where entry_date between date_trunc('month', day.today)::date and day.today),
          'receivedThisMonth', (select %9$s from moved
              where entry_date between date_trunc('month', day.today)::date and day.today)),
        'activeMatters', coalesce((select jsonb_agg(jsonb_build_object(
            'matterId', m.id, 'reference', m.reference, 'title', m.title, 'client', m.client,
            'wip', %10$s, 'estimate', case when m.estimate is null then null else %11$s end,
            'percentUsed', %12$s, 'lastActivity', m.last_activity,
            'stale', day.today - m.last_activity > 14)
              order by m.last_activity desc, m.reference)
          from (select * from lately order by last_activity desc, reference limit 5) m), '[]'),
        'pendingActions', jsonb_build_object(
          'newRequests',
            (select count(*) from matters
              where tenant_id = :t and status = 'REQUESTED' and not archived)
            + (select count(*) from pro_formas where tenant_id = :t and status = 'SUBMITTED'),
          'proFormaApprovals',
            (select count(*) from pro_formas where tenant_id = :t and status = 'SENT'),
          'scopeAmendments',
            (select count(*) from scope_amendments where tenant_id = :t and status = 'PENDING'),
          'readyToBill', (select count(*) from matters where tenant_id = :t and status = 'ACTIVE'
              and not archived and billing in ('READY', 'APPROVED'))),
        'lastThirtyDays', jsonb_build_object(
          'mattersCompleted', (select count(*) from matters
              where tenant_id = :t and coalesce(settled_on, closed_on)
                    between day.today - 29 and day.today and status in ('SETTLED', 'CLOSED')),
          'invoiced', (select %8$s from moved
              where entry_date between day.today - 29 and day.today),
          'received', (select %9$s from moved
              where entry_date between day.today - 29 and day.today),
          'averageDaysToFirstInvoice', (select round(avg(days), 1) from firsts
              where on_day between day.today - 29 and day.today))) from day\
      """
          .formatted(
              ReportSql.booked(AsOf.NOW),
              WorkReportViews.WIP,
              BusinessDays.of("a.updated_at"),
              BusinessDays.of("k.updated_at"),
              ReportSql.money("sum(balance)"),
              BusinessDays.of("sent_at"),
              ReportSql.money("sum(total)"),
              ReportSql.money("sum(invoiced)"),
              ReportSql.money("sum(received)"),
              ReportSql.money("m.total"),
              ReportSql.money("m.estimate"),
              ReportSql.percent("coalesce(m.fees, 0)", "m.estimate"));

  private final ReportReader reader;

  public DashboardViews(TenantScope scope) {
    this.reader = new ReportReader(scope);
  }

  /**
   * @param on today
   */
  public Dashboard dashboard(String tenant, LocalDate on) {
    return reader.read(tenant, DASHBOARD, Map.of("on", on), Dashboard.class);
  }
}
