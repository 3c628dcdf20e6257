package za.lexohub.messages.matter;

/** What an attorney with a login may do on a matter; each includes the one before. */
public enum AccessLevel {
  /** Read the matter, its pro formas and its invoices. */
  VIEW,
  /** Answer pro formas and dispute invoices too. */
  APPROVE,
  /** All that an attorney can do on a matter. */
  ADMIN
}
