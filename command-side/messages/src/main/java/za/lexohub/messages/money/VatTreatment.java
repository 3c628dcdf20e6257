package za.lexohub.messages.money;

/**
 * How VAT falls on a line; without effect when the practice is no vendor ({@code domain.md} D3).
 */
public enum VatTreatment {
  /** VAT is added to the amount. */
  STANDARD,
  /** No VAT. */
  EXEMPT,
  /** The amount already holds its VAT. */
  INCLUSIVE
}
