package za.lexohub.messages.invoice;

/** Which rendering of an invoice. */
public enum PdfKind {
  /** For the advocate's eyes, marked DRAFT; may be made again. */
  DRAFT,
  /** The one tax invoice of the supply (VAT Act s20(1)): made once, mailed, locked. */
  ORIGINAL,
  /** The original once more, marked COPY. */
  COPY,
  /** For one payment; the version counts the payments. */
  RECEIPT,
  CREDIT_NOTE,
  DEBIT_NOTE
}
