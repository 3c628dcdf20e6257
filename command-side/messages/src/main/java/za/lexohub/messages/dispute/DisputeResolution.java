package za.lexohub.messages.dispute;

/** How a dispute ended. */
public enum DisputeResolution {
  CREDIT_NOTE,
  WRITE_OFF,
  PAYMENT_PLAN,
  SETTLED,
  WITHDRAWN,
  DISMISSED,
  REFUND
}
