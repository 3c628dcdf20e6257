package za.lexohub.readmodels.report;

import java.util.Map;
import za.lexohub.readmodels.row.TenantScope;

/** Reads revenue, from the ledger. */
public final class RevenueViews {

  private static final String SUMS =
      """
      coalesce(sum(size) filter (where kind = 'INVOICED'), 0) as invoiced,
      coalesce(sum(size) filter (where kind = 'VOIDED'), 0) as voided,
      coalesce(sum(size) filter (where kind = 'CREDITED'), 0) as credited,
      coalesce(sum(size) filter (where kind = 'DEBITED'), 0) as debited,
      coalesce(sum(size) filter (where kind = 'WRITTEN_OFF'), 0) as written_off,
      coalesce(sum(size) filter (where kind = 'PAID'), 0) as received,
      -coalesce(sum(size) filter (where kind = 'PAYMENT_REVERSED'), 0) as reversed,
      coalesce(sum(case kind when 'VOIDED' then -vat when 'CREDITED' then -vat else vat end)
        filter (where kind in ('INVOICED', 'VOIDED', 'CREDITED', 'DEBITED')), 0) as vat_accrued,
      coalesce(sum(vat) filter (where kind in ('PAID', 'PAYMENT_REVERSED')), 0) as vat_received\
      """;

  private static final String PERIOD =
      "jsonb_build_object('period', %s, 'invoiced', "
          + ReportSql.money("invoiced")
          + ", 'voided', "
          + ReportSql.money("voided")
          + ", 'creditNotes', "
          + ReportSql.money("credited")
          + ", 'debitNotes', "
          + ReportSql.money("debited")
          + ", 'writtenOff', "
          + ReportSql.money("written_off")
          + ", 'received', "
          + ReportSql.money("received")
          + ", 'reversed', "
          + ReportSql.money("reversed")
          + ", 'net', "
          + ReportSql.money(
              "case when :cash then received - reversed"
                  + " else invoiced - voided - credited + debited end")
          + ", 'vat', "
          + ReportSql.money("case when :cash then vat_received else vat_accrued end")
          + ")";

  private static final String REVENUE =
      """
      with %1$s, %2$s,
      within as (select * from taxed where entry_date between :from and :to),
      periods as (
        select to_char(p.start, :label) as period, %3$s
          from generate_series(date_trunc(:unit, cast(:from as timestamp)), cast(:to as timestamp),
                 cast(:step as interval)) as p(start)
          left join within w on date_trunc(:unit, cast(w.entry_date as timestamp)) = p.start
         group by p.start),
      standing as (
        select invoice_id, sum(change) as open,
               -coalesce(sum(change) filter (where kind in ('PAID', 'PAYMENT_REVERSED')), 0) as paid,
               bool_or(kind = 'VOIDED') as void
          from booked where invoiced_on between :from and :to group by invoice_id),
      counts as (
        select count(*) filter (where open = 0 and paid > 0 and not void) as paid,
               count(*) filter (where open > 0) as unpaid from standing)
      select jsonb_build_object(
        'basis', :basis, 'from', cast(:from as date), 'to', cast(:to as date),
        'periods', (select jsonb_agg(%4$s order by period) from periods),
        'totals', (select %5$s from (select %3$s from within) t),
        'paidCount', c.paid, 'unpaidCount', c.unpaid,
        'paymentRatePercent', %6$s) from counts c\
      """;

  private final ReportReader reader;

  public RevenueViews(TenantScope scope) {
    this.reader = new ReportReader(scope);
  }

  public Revenue revenue(
      String tenant, Revenue.Basis basis, Span span, Revenue.Interval interval, AsOf asOf) {
    String sql =
        REVENUE.formatted(
            ReportSql.booked(asOf),
            VatSql.TAXED,
            SUMS,
            PERIOD.formatted("period"),
            PERIOD.formatted("'TOTAL'"),
            ReportSql.percent("c.paid", "c.paid + c.unpaid"));
    return reader.read(
        tenant,
        sql,
        Map.of(
            "basis", basis.name(),
            "cash", basis == Revenue.Basis.CASH,
            "from", span.from(),
            "to", span.to(),
            "unit", interval.name().toLowerCase(java.util.Locale.ROOT),
            "step", interval.step,
            "label", interval.label),
        Revenue.class);
  }
}
