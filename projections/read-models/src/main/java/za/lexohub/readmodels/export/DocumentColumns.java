package za.lexohub.readmodels.export;

import static za.lexohub.readmodels.export.ColumnType.CENTS;
import static za.lexohub.readmodels.export.ColumnType.DATE;
import static za.lexohub.readmodels.export.ColumnType.FLAG;
import static za.lexohub.readmodels.export.ColumnType.ID;
import static za.lexohub.readmodels.export.ColumnType.NUMBER;
import static za.lexohub.readmodels.export.ColumnType.TEXT;
import static za.lexohub.readmodels.export.ColumnType.TIME;

import java.util.List;
import za.lexohub.readmodels.export.Column.Secrecy;

/**
 * The columns of things that have a past: each says where the row has a value, and where the
 * document that a fold of the log makes has the same.
 */
final class DocumentColumns {

  static final List<Column> MATTERS =
      List.of(
          plain("id", ID, "id"),
          plain("reference", TEXT, "reference"),
          plain("status", TEXT, "status"),
          plain("archived", FLAG, "archived"),
          kind("matterType", "matter_type"),
          plain("bar", TEXT, "bar"),
          said("title", "title"),
          said("description", "description"),
          name("clientName", "client", "name"),
          text("clientEmail", "client", "email"),
          name("attorneyName", "attorney", "name"),
          text("attorneyEmail", "attorney", "email"),
          name("firm", "attorney", "firm"),
          text("firmReference", "attorney", "firmReference"),
          said("courtCaseNumber", "court_case_number"),
          plain("vatExempt", FLAG, "vat_exempt"),
          plain("openedOn", DATE, "opened_on"),
          plain("activatedOn", DATE, "activated_on"),
          plain("settledOn", DATE, "settled_on"),
          plain("closedOn", DATE, "closed_on"),
          plain("awaitedProFormaId", ID, "awaited_pro_forma_id"),
          term("feeType", TEXT, "terms ->> 'feeType'"),
          term("estimateCents", CENTS, "(terms -> 'estimate' ->> 'amount')::bigint", "estimate"),
          term("feeCapCents", CENTS, "(terms -> 'feeCap' ->> 'amount')::bigint", "feeCap"),
          term(
              "hourlyRateCents",
              CENTS,
              "(terms -> 'hourlyRate' ->> 'amount')::bigint",
              "hourlyRate"),
          term("urgent", FLAG, "(terms ->> 'urgent')::boolean"),
          term("prescriptionDate", DATE, "(terms ->> 'prescriptionDate')::date"),
          term("nextCourtDate", DATE, "(terms ->> 'nextCourtDate')::date"),
          term("expectedCompletion", DATE, "(terms ->> 'expectedCompletion')::date"),
          at("conflict", TEXT, "conflict", "conflict", "status"),
          at("billing", TEXT, "billing", "billing", "status"),
          plain("version", NUMBER, "version"),
          plain("createdAt", TIME, "created_at"),
          plain("updatedAt", TIME, "updated_at"));

  static final List<Column> INVOICES =
      List.of(
          plain("id", ID, "id"),
          plain("invoiceNumber", TEXT, "invoice_number"),
          plain("status", TEXT, "status"),
          plain("lifecycle", TEXT, "lifecycle"),
          plain("paymentStatus", TEXT, "payment_status"),
          plain("source", TEXT, "source"),
          plain("proFormaId", ID, "pro_forma_id"),
          plain("matterId", ID, "matter_id"),
          kind("matterType", "matter_type"),
          plain("invoiceType", TEXT, "invoice_type"),
          at("bar", TEXT, "bar", "supplier", "bar"),
          name("clientName", "client", "name"),
          text("clientEmail", "client", "email"),
          name("attorneyName", "attorney", "name"),
          text("attorneyEmail", "attorney", "email"),
          name("firm", "attorney", "firm"),
          text("firmReference", "attorney", "firmReference"),
          said("title", "title"),
          said("narrative", "narrative"),
          total("fees"),
          total("disbursements"),
          total("discount"),
          total("subtotal"),
          at(
              "vatRateBasisPoints",
              NUMBER,
              "(totals ->> 'vatRateBasisPoints')::bigint",
              "totals",
              "vatRateBasisPoints"),
          total("vat"),
          at("totalCents", CENTS, "total", "totals", "total"),
          at("paidCents", CENTS, "paid", "paid"),
          at("creditedCents", CENTS, "credited", "credited"),
          at("debitedCents", CENTS, "debited", "debited"),
          at("writtenOffCents", CENTS, "written_off", "writtenOff"),
          at("balanceCents", CENTS, "balance", "balance"),
          at("currency", TEXT, "totals -> 'total' ->> 'currency'", "totals", "total", "currency"),
          plain("invoiceDate", DATE, "invoice_date"),
          plain("dueDate", DATE, "due_date"),
          plain("sentAt", TIME, "sent_at"),
          plain("viewedAt", TIME, "viewed_at"),
          // Kept when it is paid, shown only while it holds.
          plain("overdueSince", DATE, "case when status = 'OVERDUE' then overdue_since end"),
          plain("paidOn", DATE, "paid_on"),
          plain("disputeId", ID, "dispute_id"),
          plain("version", NUMBER, "version"),
          plain("createdAt", TIME, "created_at"),
          plain("updatedAt", TIME, "updated_at"));

  static final List<Column> PRO_FORMAS =
      List.of(
          plain("id", ID, "id"),
          plain("quoteNumber", TEXT, "quote_number"),
          plain("revision", NUMBER, "revision"),
          plain("status", TEXT, "status"),
          plain("matterId", ID, "matter_id"),
          kind("matterType", "matter_type"),
          plain("urgency", TEXT, "urgency"),
          plain("requestedAction", TEXT, "requested_action"),
          name("clientName", "client", "name"),
          text("clientEmail", "client", "email"),
          name("attorneyName", "attorney", "name"),
          text("attorneyEmail", "attorney", "email"),
          name("firm", "attorney", "firm"),
          text("firmReference", "attorney", "firmReference"),
          said("title", "title"),
          total("fees"),
          total("disbursements"),
          total("discount"),
          total("subtotal"),
          at(
              "vatRateBasisPoints",
              NUMBER,
              "(totals ->> 'vatRateBasisPoints')::bigint",
              "totals",
              "vatRateBasisPoints"),
          total("vat"),
          total("total"),
          at("currency", TEXT, "totals -> 'total' ->> 'currency'", "totals", "total", "currency"),
          plain("quoteDate", DATE, "quote_date"),
          plain("validUntil", DATE, "valid_until"),
          plain("requestExpiresAt", TIME, "request_expires_at"),
          plain("submittedAt", TIME, "submitted_at"),
          plain("sentAt", TIME, "sent_at"),
          at("invoicing", TEXT, "invoicing ->> 'state'", "invoicing", "state"),
          at("invoiceId", ID, "(invoicing ->> 'invoiceId')::uuid", "invoicing", "invoiceId"),
          plain("version", NUMBER, "version"),
          plain("createdAt", TIME, "created_at"),
          plain("updatedAt", TIME, "updated_at"));

  private static Column plain(String name, ColumnType type, String expression) {
    return at(name, type, expression, name);
  }

  private static Column at(String name, ColumnType type, String expression, String... path) {
    return new Column(name, type, Secrecy.PLAIN, expression, List.of(path));
  }

  private static Column kind(String name, String expression) {
    return new Column(name, TEXT, Secrecy.KIND, expression, List.of(name));
  }

  /** Words of somebody, in a column of their own. */
  private static Column said(String name, String expression) {
    return new Column(name, TEXT, Secrecy.TEXT, expression, List.of(name));
  }

  private static Column name(String name, String party, String field) {
    return party(name, Secrecy.NAME, party, field);
  }

  private static Column text(String name, String party, String field) {
    return party(name, Secrecy.TEXT, party, field);
  }

  private static Column party(String name, Secrecy secrecy, String party, String field) {
    return new Column(
        name, TEXT, secrecy, "%s ->> '%s'".formatted(party, field), List.of(party, field));
  }

  private static Column term(String name, ColumnType type, String expression) {
    return term(name, type, expression, name);
  }

  private static Column term(String name, ColumnType type, String expression, String field) {
    return at(name, type, expression, "terms", field);
  }

  private static Column total(String field) {
    return at(
        field + "Cents",
        CENTS,
        "(totals -> '%s' ->> 'amount')::bigint".formatted(field),
        "totals",
        field);
  }

  private DocumentColumns() {}
}
