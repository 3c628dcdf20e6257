package za.lexohub.readmodels.report;

import za.lexohub.readmodels.ledger.LedgerKind;
import za.lexohub.readmodels.money.Money;

/**
 * What several reports say in SQL. A report is one statement that answers one JSON document, so
 * that all its figures are of one moment.
 */
final class ReportSql {

  /** Days past due, and the bracket that they fall into. */
  static final String BRACKET =
      """
      case when days <= 0 then 'CURRENT' when days <= 30 then '1-30' when days <= 60 then '31-60'
           when days <= 90 then '61-90' else '90+' end\
      """;

  /** The brackets of work and matters, which are never early. */
  static final String AGE =
      """
      case when days <= 30 then '0-30' when days <= 60 then '31-60' when days <= 90 then '61-90'
           else '90+' end\
      """;

  /** What may be invoiced and is not. */
  static final String UNBILLED = "w.state = 'UNBILLED' and w.billable";

  /**
   * The common tables {@code entries}, {@code allocated} and {@code booked}: whatever stands on the
   * accounts of this tenant's invoices, each entry with its invoice and by how much it changes what
   * is open. A voided invoice takes back what was invoiced. A payment out of a receipt counts on
   * the day of its allocation, which is in the payment's own append and so needs no {@code asOf}.
   */
  static String booked(AsOf asOf) {
    return """
    entries as (
      select * from ledger_entries
       where tenant_id = current_setting('lexohub.tenant') and position <= %d
         and recorded_at <= timestamptz '%s' and kind in %s),
    allocated as (
      select invoice_id, payment_id, min(entry_date) as entry_date from ledger_entries
       where tenant_id = current_setting('lexohub.tenant') and kind = 'ALLOCATED'
       group by invoice_id, payment_id),
    booked as (
      select e.invoice_id, e.version, e.kind, e.amount, e.note_id, e.payment_id, e.recorded_at,
             coalesce(a.entry_date, e.entry_date) as entry_date,
             i.entry_date as invoiced_on, i.due_date, i.amount as total, i.vat as total_vat,
             i.fees, i.disbursements, i.discount,
             case e.kind when 'VOIDED' then -i.amount else e.amount end as change
        from entries e
        join entries i on i.invoice_id = e.invoice_id and i.kind = 'INVOICED'
        left join allocated a on e.kind = 'PAID' and a.invoice_id = e.invoice_id
                             and a.payment_id = e.payment_id)\
    """
        .formatted(asOf.position(), asOf.at(), LedgerKind.onAccount());
  }

  /**
   * After {@link #booked}: {@code settled}, the day of the last standing payment of each invoice
   * that has one.
   */
  static final String SETTLED =
      """
      settled as (
        select p.invoice_id, max(p.entry_date) as paid_on
          from booked p
         where p.kind = 'PAID' and not exists (
               select from booked r where r.kind = 'PAYMENT_REVERSED'
                  and r.invoice_id = p.invoice_id and r.payment_id = p.payment_id)
         group by p.invoice_id)\
      """;

  /** The share {@code whole × part / of}, half up to the cent; exact, whatever the size. */
  static String share(String whole, String part, String of) {
    return "(case when %3$s = 0 then 0 else div(2 * (%1$s)::numeric * (%2$s) + %3$s, 2 * %3$s::numeric) end)"
        .formatted(whole, part, of);
  }

  static String money(String cents) {
    return "jsonb_build_object('amount', coalesce(%s, 0)::bigint, 'currency', '%s')"
        .formatted(cents, Money.ZAR);
  }

  /** With one decimal; null when there is nothing to compare with. */
  static String percent(String part, String whole) {
    return "round(100.0 * (%s) / nullif(%s, 0), 1)".formatted(part, whole);
  }

  private ReportSql() {}
}
