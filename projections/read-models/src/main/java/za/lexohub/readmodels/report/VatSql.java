package za.lexohub.readmodels.report;

/**
 * How VAT falls on what is booked. An entry's part is what its kind comes to with it less what it
 * came to before, each rounded half up: so the parts of an invoice that is paid add up to its VAT.
 */
final class VatSql {

  /**
   * After {@link ReportSql#booked}: {@code taxed}, every booked entry with its size, its VAT and
   * its exempt part, all without a sign. A note's VAT is what stands on the note. The exempt part
   * of an invoice follows from its lines, its discount shared out as on the invoice itself.
   */
  static final String TAXED =
      """
      supplies as (
        select b.invoice_id, b.total, b.total_vat, i.invoice_number, i.client ->> 'name' as client,
               coalesce((i.supplier ->> 'vatRegistered')::boolean, false) as vendor,
               case when b.total_vat = 0 and (i.totals ->> 'vatRateBasisPoints')::int = 0
                    then b.total
                    else l.fees + l.disbursements - (b.discount - %1$s) end::bigint as exempt
          from booked b
          join invoices i on i.tenant_id = current_setting('lexohub.tenant') and i.id = b.invoice_id
         cross join lateral (
            select coalesce(sum((line -> 'amount' ->> 'amount')::bigint)
                     filter (where line ->> 'kind' <> 'DISBURSEMENT'), 0) as fees,
                   coalesce(sum((line -> 'amount' ->> 'amount')::bigint)
                     filter (where line ->> 'kind' = 'DISBURSEMENT'), 0) as disbursements
              from jsonb_array_elements(i.lines) line
             where line ->> 'vatTreatment' = 'EXEMPT') l
         where b.kind = 'INVOICED'),
      sized as (
        select b.*,
               case when b.kind in ('DEBITED', 'INVOICED') then b.amount
                    when b.kind = 'VOIDED' then b.total else -b.amount end as size,
               case b.kind when 'PAYMENT_REVERSED' then 'PAID' else b.kind end as family
          from booked b),
      summed as (
        select s.*, sum(size) over (partition by invoice_id, family order by version) as after
          from sized s),
      taxed as (
        select s.invoice_id, s.version, s.kind, s.entry_date, s.recorded_at, s.size, p.invoice_number, p.client,
               p.vendor, n.note_number,
               coalesce(n.vat_portion, %2$s - %3$s)::bigint as vat,
               (%4$s - %5$s)::bigint as exempt
          from summed s
          join supplies p on p.invoice_id = s.invoice_id
          left join credit_notes n
            on n.tenant_id = current_setting('lexohub.tenant') and n.id = s.note_id)\
      """
          .formatted(
              ReportSql.share("b.discount", "b.fees - l.fees", "b.fees"),
              ReportSql.share("s.total_vat", "s.after", "s.total"),
              ReportSql.share("s.total_vat", "s.after - s.size", "s.total"),
              ReportSql.share("p.exempt", "s.after", "s.total"),
              ReportSql.share("p.exempt", "s.after - s.size", "s.total"));

  private VatSql() {}
}
