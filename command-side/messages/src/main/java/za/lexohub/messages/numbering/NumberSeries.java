package za.lexohub.messages.numbering;

/** The series that a tenant numbers, each from 1 in every calendar year (I4). */
public enum NumberSeries {
  MATTER,
  PRO_FORMA,
  INVOICE,
  /** {@code CN}. */
  CREDIT_NOTE,
  /** {@code DN}. */
  DEBIT_NOTE,
  /** {@code TR}: receipts for trust money. */
  TRUST_RECEIPT
}
