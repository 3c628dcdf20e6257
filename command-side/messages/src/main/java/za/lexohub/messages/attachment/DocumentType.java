package za.lexohub.messages.attachment;

/** What a document is. */
public enum DocumentType {
  BRIEF,
  OPINION,
  CONTRACT,
  CORRESPONDENCE,
  COURT_DOCUMENT,
  INVOICE,
  RECEIPT,
  OTHER
}
