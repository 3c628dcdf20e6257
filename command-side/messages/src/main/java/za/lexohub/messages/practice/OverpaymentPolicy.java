package za.lexohub.messages.practice;

/** What becomes of a payment above the balance ({@code domain.md} D2). */
public enum OverpaymentPolicy {
  /** It is refused. */
  REJECT,
  /** The rest becomes an unallocated receipt. */
  CREDIT_UNALLOCATED
}
