package za.lexohub.messages.matter;

/** What an attorney with a login may do on a matter; each includes the one before. */
public enum AccessLevel {
  /** Read the matter, its pro formas and its invoices. */
  VIEW,
  /** Answer pro formas and dispute invoices too. */
  APPROVE,
  /** All that an attorney can do on a matter. */
  ADMIN;

  /** Of whoever asked for the matter, until it is taken back. */
  public static final AccessLevel OF_REQUESTER = APPROVE;

  public boolean includes(AccessLevel other) {
    return compareTo(other) >= 0;
  }
}
