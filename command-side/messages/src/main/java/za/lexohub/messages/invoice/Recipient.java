package za.lexohub.messages.invoice;

/** Whom a message about an invoice goes to. */
public enum Recipient {
  ADVOCATE,
  ATTORNEY
}
