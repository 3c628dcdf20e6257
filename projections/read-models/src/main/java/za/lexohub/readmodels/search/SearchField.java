package za.lexohub.readmodels.search;

/**
 * The fields of the search documents. Those that only one index has are refused by the strict
 * mappings of the others. {@code *_CENTS} are minor units.
 */
public enum SearchField {
  TITLE,
  DESCRIPTION,
  CLIENT_NAME,
  ATTORNEY,
  FIRM,
  REFERENCE_NUMBER,
  COURT_CASE_NUMBER,
  MATTER_TYPE,
  /** All that can be misspelt, from the fields above; the index makes it itself. */
  WORDS,
  BAR,
  STATUS,
  CREATED_AT,

  ARCHIVED,
  OPENED_ON,
  ESTIMATE_CENTS,
  URGENT,
  NEXT_COURT_DATE,

  PHASE,
  EXPIRED,
  QUOTE_DATE,
  VALID_UNTIL,
  INVOICE_ID,
  BILLING_FAILURE,

  LIFECYCLE,
  PAYMENT_STATUS,
  VIEWED,
  DISPUTED,
  OVERDUE_SINCE,
  PRO_FORMA_ID,
  PAID_CENTS,
  BALANCE_CENTS,
  INVOICE_DATE,
  DUE_DATE,

  MATTER_ID,
  TOTAL_CENTS,
  PDF_FAILURE,
  MAIL_FAILURE,

  /** The document's own id, repeated in a field that can be sorted by. */
  ID,
  /** The tenant. Every search filters by it. */
  ADVOCATE_ID,
  /** The aggregate's version that the document has reached: its last event's sequence plus one. */
  VERSION,
  /** The position in the log of the last event that is in the document. */
  LAST_POSITION,
  /** For each field that events set, the sequence of the event that set it last. */
  REGISTERS;

  private final String key = name().toLowerCase(java.util.Locale.ROOT);

  /** The field's name in the index. */
  public String key() {
    return key;
  }
}
