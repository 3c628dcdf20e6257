package za.lexohub.messages.creditnote;

/** Which way a note moves an invoice (VAT Act s21). */
public enum NoteKind {
  /** Less is owed. */
  CREDIT,
  /** More is owed. */
  DEBIT
}
