package za.lexohub.processes.eventbridge;

/**
 * What is told as a {@link CloudEvent}. Once told, a name and its data are fixed: a field more or
 * less is a new revision, in {@code type} and {@code dataschema} alike.
 */
enum Announcement {
  PRO_FORMA_SENT(Source.PRO_FORMAS, "ProFormaSent", "proforma.sent", Details.QuoteSent.class),
  PRO_FORMA_DECLINED(
      Source.PRO_FORMAS, "ProFormaDeclined", "proforma.declined", Details.QuoteDeclined.class),
  PRO_FORMA_EXPIRED(
      Source.PRO_FORMAS, "ProFormaExpired", "proforma.expired", Details.QuoteExpired.class),
  INVOICE_SENT(Source.INVOICES, "InvoiceSent", "invoice.sent", Details.InvoiceSent.class),
  INVOICE_OVERDUE(
      Source.INVOICES, "InvoiceOverdue", "invoice.overdue", Details.InvoiceOverdue.class),
  INVOICE_PAID(Source.INVOICES, "InvoicePaid", "invoice.paid", Details.InvoicePaid.class),
  INVOICE_VOIDED(Source.INVOICES, "InvoiceVoided", "invoice.voided", Details.InvoiceVoided.class),
  INVOICE_WRITTEN_OFF(
      Source.INVOICES, "InvoiceWrittenOff", "invoice.written-off", Details.InvoiceWrittenOff.class),
  INVOICE_DISPUTED(
      Source.INVOICES, "InvoiceDisputed", "invoice.disputed", Details.InvoiceDisputed.class),
  INVOICE_DISPUTE_RESOLVED(
      Source.INVOICES,
      "InvoiceDisputeResolved",
      "invoice.dispute-resolved",
      Details.InvoiceDisputeResolved.class),
  CREDIT_NOTE_ISSUED(
      Source.INVOICES, "CreditNoteIssued", "credit-note.issued", Details.CreditNoteIssued.class),
  PAYMENT_RECORDED(
      Source.PAYMENTS, "PaymentRecorded", "payment.recorded", Details.PaymentRecorded.class),
  MATTER_OPENED(Source.MATTERS, "MatterOpened", "matter.opened", Details.MatterOpened.class);

  /** Where on the bus it comes from, and the collection that its aggregate is in. */
  enum Source {
    PRO_FORMAS("lexohub.proforma", "pro-formas"),
    INVOICES("lexohub.invoices", "invoices"),
    PAYMENTS("lexohub.payments", "payments"),
    MATTERS("lexohub.matters", "matters");

    private final String onTheBus;
    private final String collection;

    Source(String onTheBus, String collection) {
      this.onTheBus = onTheBus;
      this.collection = collection;
    }

    /** As rules match it. */
    String onTheBus() {
      return onTheBus;
    }

    /** As a CloudEvent's {@code source} ends. */
    String collection() {
      return collection;
    }
  }

  private static final int REVISION = 1;

  private final Source source;
  private final String detailType;
  private final String type;
  private final Class<?> data;

  Announcement(Source source, String detailType, String type, Class<?> data) {
    this.source = source;
    this.detailType = detailType;
    this.type = type;
    this.data = data;
  }

  Source source() {
    return source;
  }

  String detailType() {
    return detailType;
  }

  /** Such as {@code za.lexohub.invoice.sent.v1}. */
  String type() {
    return "za.lexohub." + type + ".v" + REVISION;
  }

  /** The {@code $id} of the schema of its data. */
  String schema() {
    return "urn:lexohub:bus:" + detailType + ":" + REVISION;
  }

  /** The schema's file in {@code docs/schemas/bus}. */
  String schemaFile() {
    return detailType + "." + REVISION + ".json";
  }

  Class<?> data() {
    return data;
  }
}
