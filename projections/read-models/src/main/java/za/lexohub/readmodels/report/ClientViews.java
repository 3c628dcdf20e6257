package za.lexohub.readmodels.report;

import java.time.LocalDate;
import java.util.Map;
import za.lexohub.readmodels.row.TenantScope;

/** Reads what clients bring, and how invoices are paid. */
public final class ClientViews {

  private static final int CLIENTS = 500;
  private static final int OPEN = 100;

  private static final String REVENUE =
      """
      with %1$s, %6$s,
      dated as (
        select b.*, i.client ->> 'name' as client, i.matter_id, s.paid_on, i.status, i.paid
          from booked b
          join invoices i on i.tenant_id = :t and i.id = b.invoice_id
          left join settled s on s.invoice_id = b.invoice_id
         where b.entry_date <= :to),
      clients as (
        select min(client) as client,
               coalesce(sum(change) filter (where entry_date >= :from
                 and kind in ('INVOICED', 'VOIDED', 'CREDITED', 'DEBITED')), 0) as invoiced,
               -coalesce(sum(change) filter (where entry_date >= :from
                 and kind in ('PAID', 'PAYMENT_REVERSED')), 0) as received,
               sum(change) as balance, count(distinct matter_id) as matters,
               round(avg(paid_on - invoiced_on) filter (where kind = 'INVOICED'
                 and status = 'PAID' and paid > 0 and paid_on between :from and :to), 1) as days
          from dated group by lower(trim(client)))
      select jsonb_build_object(
        'from', cast(:from as date), 'to', cast(:to as date),
        'count', (select count(*) from clients),
        'clients', coalesce((select jsonb_agg(jsonb_build_object(
            'client', c.client, 'invoiced', %2$s, 'received', %3$s, 'balance', %4$s,
            'matters', c.matters, 'averageDaysToPay', c.days)
              order by c.received desc, c.invoiced desc, c.client)
          from (select * from clients order by received desc, invoiced desc, client
                 limit %5$d) c), '[]'))\
      """
          .formatted(
              ReportSql.booked(AsOf.NOW),
              ReportSql.money("c.invoiced"),
              ReportSql.money("c.received"),
              ReportSql.money("c.balance"),
              CLIENTS,
              ReportSql.SETTLED);

  private static final String OPEN_LIST =
      """
      coalesce((select jsonb_agg(jsonb_build_object(
          'invoiceId', o.id, 'invoiceNumber', o.invoice_number, 'client', o.client,
          'attorney', o.attorney, 'balance', %2$s, 'dueDate', o.due_date, 'days', o.days)
            order by o.due_date, o.id)
        from (select * from %1$s order by due_date, id limit %3$d) o), '[]')\
      """;

  private static final String BEHAVIOUR =
      """
      with %6$s, %7$s,
      paid as (
        select s.paid_on, s.paid_on - i.invoice_date as days, s.paid_on <= i.due_date as on_time
          from settled s
          join invoices i on i.tenant_id = :t and i.id = s.invoice_id
         where i.status = 'PAID' and i.paid > 0 and s.paid_on between :from and :to),
      open as (
        select id, invoice_number, client ->> 'name' as client, attorney ->> 'name' as attorney,
               balance, due_date, cast(:today as date) - due_date as days
          from invoices where tenant_id = :t and lifecycle = 'ISSUED' and balance > 0),
      late as (select * from open where days > 0),
      soon as (select * from open where days between -7 and 0),
      shares as (select count(*) as paid, %1$s as on_time from paid),
      months as (
        select to_char(m.start, 'YYYY-MM') as month, count(p.paid_on) as paid,
               round(avg(p.days), 1) as days,
               %2$s as on_time
          from generate_series(date_trunc('month', cast(:from as timestamp)),
                 cast(:to as timestamp), interval '1 month') as m(start)
          left join paid p on date_trunc('month', cast(p.paid_on as timestamp)) = m.start
         group by m.start)
      select jsonb_build_object(
        'from', cast(:from as date), 'to', cast(:to as date),
        'paidCount', s.paid,
        'averageDaysToPay', (select round(avg(days), 1) from paid),
        'medianDaysToPay', (select round((percentile_cont(0.5) within group (order by days))::numeric, 1)
                              from paid),
        'onTimePercent', s.on_time,
        'band', case when s.on_time >= 80 then 'GREEN' when s.on_time >= 60 then 'AMBER'
                     when s.on_time is not null then 'RED' end,
        'byMonth', (select jsonb_agg(jsonb_build_object('month', month, 'paidCount', paid,
            'averageDaysToPay', days, 'onTimePercent', on_time) order by month) from months),
        'distribution', coalesce((select jsonb_agg(jsonb_build_object('days', d.days, 'count', d.n)
            order by d.days) from (select days, count(*) as n from paid group by days) d), '[]'),
        'overdueCount', (select count(*) from late), 'overdueTotal', (select %3$s from late),
        'overdue', %4$s,
        'dueSoonCount', (select count(*) from soon), 'dueSoonTotal', (select %3$s from soon),
        'dueSoon', %5$s) from shares s\
      """
          .formatted(
              ReportSql.percent("count(*) filter (where on_time)", "count(*)"),
              ReportSql.percent("count(*) filter (where p.on_time)", "count(p.paid_on)"),
              ReportSql.money("sum(balance)"),
              OPEN_LIST.formatted("late", ReportSql.money("o.balance"), OPEN),
              OPEN_LIST.formatted("soon", ReportSql.money("o.balance"), OPEN),
              ReportSql.booked(AsOf.NOW),
              ReportSql.SETTLED);

  private final ReportReader reader;

  public ClientViews(TenantScope scope) {
    this.reader = new ReportReader(scope);
  }

  public ClientRevenue clients(String tenant, Span span) {
    return reader.read(
        tenant, REVENUE, Map.of("from", span.from(), "to", span.to()), ClientRevenue.class);
  }

  /**
   * @param today by which what is open now is overdue or due soon
   */
  public PaymentBehaviour payments(String tenant, Span span, LocalDate today) {
    return reader.read(
        tenant,
        BEHAVIOUR,
        Map.of("from", span.from(), "to", span.to(), "today", today),
        PaymentBehaviour.class);
  }
}
