package za.lexohub.messages.invoice;

/** What an invoice was made from. */
public enum InvoiceSource {
  PRO_FORMA,
  MATTER_WIP,
  FIXED_FEE
}
