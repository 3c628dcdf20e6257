package za.lexohub.messages.invoice;

/** Its place in the billing of a matter. */
public enum InvoiceType {
  INTERIM,
  MILESTONE,
  FINAL
}
