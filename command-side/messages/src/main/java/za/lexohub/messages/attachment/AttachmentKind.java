package za.lexohub.messages.attachment;

/** What a document is added to. */
public enum AttachmentKind {
  MATTER,
  INVOICE
}
