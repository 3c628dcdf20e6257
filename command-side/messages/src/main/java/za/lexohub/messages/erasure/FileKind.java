package za.lexohub.messages.erasure;

/** What a file is kept by. */
public enum FileKind {
  /** The matter, every pro forma drafted on it, and their invoices. */
  MATTER,
  /** A pro forma that stands on no matter, and its invoices. */
  PRO_FORMA
}
