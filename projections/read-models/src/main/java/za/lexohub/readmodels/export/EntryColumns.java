package za.lexohub.readmodels.export;

import static za.lexohub.readmodels.export.ColumnType.CENTS;
import static za.lexohub.readmodels.export.ColumnType.DATE;
import static za.lexohub.readmodels.export.ColumnType.DECIMAL;
import static za.lexohub.readmodels.export.ColumnType.FLAG;
import static za.lexohub.readmodels.export.ColumnType.ID;
import static za.lexohub.readmodels.export.ColumnType.NUMBER;
import static za.lexohub.readmodels.export.ColumnType.TEXT;
import static za.lexohub.readmodels.export.ColumnType.TIME;

import java.util.List;
import za.lexohub.readmodels.export.Column.Secrecy;
import za.lexohub.readmodels.money.Money;

/** The columns of what is no document: work, notes, receipts, and the entries of the ledger. */
final class EntryColumns {

  /**
   * A payment out of a receipt counts on the day of its allocation, as in the reports. Numbers and
   * names are the invoice's of today.
   */
  static final String PAID =
      """
      (select p.tenant_id, p.payment_id as id, p.position, p.created_at, p.recorded_at,
              coalesce(a.entry_date, p.entry_date) as entry_date, p.invoice_id,
              coalesce(p.matter_id, i.matter_id) as matter_id, i.invoice_number,
              i.client ->> 'name' as client, i.attorney ->> 'name' as attorney,
              -p.amount as amount, p.method, r.entry_date as reversed_on
         from ledger_entries p
         left join (select invoice_id, payment_id, min(entry_date) as entry_date
                      from ledger_entries
                     where tenant_id = current_setting('lexohub.tenant') and kind = 'ALLOCATED'
                     group by invoice_id, payment_id) a
           on a.invoice_id = p.invoice_id and a.payment_id = p.payment_id
         left join ledger_entries r
           on r.tenant_id = p.tenant_id and r.kind = 'PAYMENT_REVERSED' and r.position <= %1$d
          and r.invoice_id = p.invoice_id and r.payment_id = p.payment_id
         left join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
        where p.tenant_id = current_setting('lexohub.tenant') and p.kind = 'PAID'
          and p.position <= %1$d) payments\
      """;

  static final List<Column> PAYMENTS =
      List.of(
          plain("id", ID, "id"),
          plain("invoiceId", ID, "invoice_id"),
          plain("invoiceNumber", TEXT, "invoice_number"),
          plain("matterId", ID, "matter_id"),
          name("clientName", "client"),
          name("attorneyName", "attorney"),
          plain("date", DATE, "entry_date"),
          plain("amountCents", CENTS, "amount"),
          currency(),
          plain("method", TEXT, "method"),
          plain("reversed", FLAG, "reversed_on is not null"),
          plain("reversedOn", DATE, "reversed_on"),
          plain("recordedAt", TIME, "recorded_at"),
          plain("position", NUMBER, "position"));

  static final List<Column> LEDGER =
      List.of(
          plain("id", ID, "id"),
          plain("position", NUMBER, "position"),
          plain("recordedAt", TIME, "recorded_at"),
          plain("date", DATE, "entry_date"),
          plain("kind", TEXT, "kind"),
          plain("invoiceId", ID, "invoice_id"),
          plain("matterId", ID, "matter_id"),
          plain("proFormaId", ID, "pro_forma_id"),
          plain("paymentId", ID, "payment_id"),
          plain("noteId", ID, "note_id"),
          plain("workItemId", ID, "work_item_id"),
          plain("amountCents", CENTS, "amount"),
          plain("vatCents", CENTS, "vat"),
          plain("feesCents", CENTS, "fees"),
          plain("disbursementsCents", CENTS, "disbursements"),
          plain("discountCents", CENTS, "discount"),
          currency(),
          plain("dueDate", DATE, "due_date"),
          plain("method", TEXT, "method"),
          plain("minutes", NUMBER, "minutes"),
          plain("billable", FLAG, "billable"));

  static final List<Column> WORK_ITEMS =
      List.of(
          plain("id", ID, "id"),
          plain("matterId", ID, "matter_id"),
          plain("kind", TEXT, "kind"),
          plain("state", TEXT, "state"),
          plain("date", DATE, "worked_on"),
          said("description", "description"),
          plain("minutes", NUMBER, "minutes"),
          plain("category", TEXT, "category"),
          plain("quantity", DECIMAL, "quantity"),
          plain("rateCents", CENTS, "rate"),
          plain("costCents", CENTS, "cost"),
          plain("markupBasisPoints", NUMBER, "markup_basis_points"),
          plain("amountCents", CENTS, "amount"),
          currency(),
          plain("billable", FLAG, "billable"),
          plain("vatTreatment", TEXT, "vat_treatment"),
          said("reason", "reason"),
          plain("invoiceId", ID, "invoice_id"),
          plain("version", NUMBER, "version"),
          plain("createdAt", TIME, "created_at"),
          plain("updatedAt", TIME, "updated_at"));

  static final List<Column> CREDIT_NOTES =
      List.of(
          plain("id", ID, "id"),
          plain("kind", TEXT, "kind"),
          plain("status", TEXT, "status"),
          plain("invoiceId", ID, "invoice_id"),
          plain("invoiceNumber", TEXT, "invoice_number"),
          plain("noteNumber", TEXT, "note_number"),
          plain("amountCents", CENTS, "amount"),
          plain("vatPortionCents", CENTS, "vat_portion"),
          plain("correctTotalCents", CENTS, "correct_total"),
          currency(),
          plain("category", TEXT, "category"),
          plain("disputeId", ID, "dispute_id"),
          said("reason", "reason"),
          plain("issuedOn", DATE, "issued_on"),
          plain("ordinal", NUMBER, "ordinal"),
          said("cancelReason", "cancel_reason"),
          plain("version", NUMBER, "version"),
          plain("createdAt", TIME, "created_at"),
          plain("updatedAt", TIME, "updated_at"));

  static final List<Column> RECEIPTS =
      List.of(
          plain("id", ID, "id"),
          plain("amountCents", CENTS, "amount"),
          plain("leftCents", CENTS, "greatest(remaining, 0)"),
          plain("owedCents", CENTS, "greatest(-remaining, 0)"),
          currency(),
          plain("method", TEXT, "method"),
          plain("receivedOn", DATE, "received_on"),
          plain("overpaidInvoiceId", ID, "overpaid_invoice_id"),
          plain("matterId", ID, "matter_id"),
          said("reference", "reference"),
          plain("version", NUMBER, "version"),
          plain("createdAt", TIME, "created_at"),
          plain("updatedAt", TIME, "updated_at"));

  private static Column plain(String name, ColumnType type, String expression) {
    return new Column(name, type, Secrecy.PLAIN, expression, List.of(name));
  }

  private static Column said(String name, String expression) {
    return new Column(name, TEXT, Secrecy.TEXT, expression, List.of(name));
  }

  private static Column name(String name, String expression) {
    return new Column(name, TEXT, Secrecy.NAME, expression, List.of(name));
  }

  /** The tables hold bare cents of the only currency so far. */
  private static Column currency() {
    return plain("currency", TEXT, "'" + Money.ZAR + "'");
  }

  private EntryColumns() {}
}
