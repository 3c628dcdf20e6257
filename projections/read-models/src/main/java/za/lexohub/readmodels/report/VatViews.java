package za.lexohub.readmodels.report;

import java.time.LocalDate;
import java.util.Map;
import za.lexohub.readmodels.row.TenantScope;

/** Reads output tax, from the ledger, the invoices' lines and the notes. */
public final class VatViews {

  private static final int DOCUMENTS = 1000;

  private static final String PARTS =
      "'count', count(*), 'standard', "
          + ReportSql.money("sum(sign * (size - vat - exempt))")
          + ", 'exempt', "
          + ReportSql.money("sum(sign * exempt)")
          + ", 'vat', "
          + ReportSql.money("sum(sign * vat)");

  private static final String VAT =
      """
      with %1$s, %2$s,
      counted as (
        select *, case when kind in ('VOIDED', 'CREDITED', 'WRITTEN_OFF') then -1 else 1 end as sign
          from taxed
         where entry_date between :from and :to
           and kind = any (string_to_array(:kinds, ','))),
      vendors as (select * from counted where vendor)
      select jsonb_build_object(
        'basis', :basis, 'from', cast(:from as date), 'to', cast(:to as date),
        'supplies', (select jsonb_build_object(%3$s) from vendors where kind = :supply),
        'adjustments', coalesce((select jsonb_agg(a.adjustment order by a.kind) from (
            select kind, jsonb_build_object('kind', kind, %3$s) as adjustment
              from vendors where kind <> :supply group by kind) a), '[]'),
        'outputTax', (select %4$s from vendors),
        'outside', (select %5$s from counted where not vendor),
        'lateEntries', (select jsonb_build_object('count', count(*), 'vat', %4$s)
                          from vendors where %10$s > :to),
        'documentCount', (select count(*) from vendors),
        'documents', coalesce((select jsonb_agg(jsonb_build_object(
              'date', d.entry_date, 'kind', d.kind, 'invoiceNumber', d.invoice_number,
              'number', d.note_number, 'amount', %6$s, 'exempt', %7$s, 'vat', %8$s)
              order by d.entry_date, d.invoice_number, d.version)
            from (select * from vendors order by entry_date, invoice_number, version
                  limit %9$d) d), '[]'))\
      """;

  private static final String SUPPLIES =
      """
      with %1$s, %2$s
      select jsonb_build_object('from', cast(:from as date), 'on', cast(:on as date), 'value', (
        select %3$s from taxed
         where entry_date between :from and :on
           and kind in ('INVOICED', 'VOIDED', 'CREDITED', 'DEBITED')))\
      """;

  private final ReportReader reader;

  public VatViews(TenantScope scope) {
    this.reader = new ReportReader(scope);
  }

  public VatReport vat(String tenant, VatReport.Basis basis, Span span, AsOf asOf) {
    boolean payments = basis == VatReport.Basis.PAYMENTS;
    String sql =
        VAT.formatted(
            ReportSql.booked(asOf),
            VatSql.TAXED,
            PARTS,
            ReportSql.money("sum(sign * vat)"),
            ReportSql.money("sum(sign * size)"),
            ReportSql.money("d.sign * d.size"),
            ReportSql.money("d.sign * d.exempt"),
            ReportSql.money("d.sign * d.vat"),
            DOCUMENTS,
            BusinessDays.of("recorded_at"));
    return reader.read(
        tenant,
        sql,
        Map.of(
            "basis", basis.name(),
            "from", span.from(),
            "to", span.to(),
            "supply", payments ? "PAID" : "INVOICED",
            "kinds",
                payments
                    ? "PAID,PAYMENT_REVERSED"
                    : "INVOICED,VOIDED,CREDITED,DEBITED,WRITTEN_OFF"),
        VatReport.class);
  }

  /** Of the twelve months that end with that day, as far as they are booked by now. */
  public VatSupplies supplies(String tenant, LocalDate on) {
    String sql =
        SUPPLIES.formatted(
            ReportSql.booked(AsOf.NOW),
            VatSql.TAXED,
            ReportSql.money(
                "sum(case when kind in ('VOIDED', 'CREDITED') then vat - size else size - vat"
                    + " end)"));
    // The law measures at the end of a month: twelve whole ones, also through a leap year.
    LocalDate from = on.plusDays(1).minusYears(1);
    return reader.read(tenant, sql, Map.of("from", from, "on", on), VatSupplies.class);
  }
}
