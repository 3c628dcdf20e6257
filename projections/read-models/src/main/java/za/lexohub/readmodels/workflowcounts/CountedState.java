package za.lexohub.readmodels.workflowcounts;

/** Where a thing counts. Overdue invoices count as {@link #INVOICE_UNPAID} and once more. */
public enum CountedState {
  MATTER_ACTIVE("matters-active"),
  PRO_FORMA_OPEN("pro-formas-open"),
  PRO_FORMA_SENT("pro-formas-sent"),
  PRO_FORMA_ACCEPTED("pro-formas-accepted"),
  INVOICE_DRAFT("invoices-draft"),
  INVOICE_UNPAID("invoices-unpaid"),
  /** Not at all. */
  NOWHERE("");

  private final String set;

  CountedState(String set) {
    this.set = set;
  }

  /** The last part of the key of its set; empty for {@link #NOWHERE}. */
  String set() {
    return set;
  }
}
