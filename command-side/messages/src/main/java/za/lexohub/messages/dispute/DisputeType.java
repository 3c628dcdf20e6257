package za.lexohub.messages.dispute;

/** What is disputed. */
public enum DisputeType {
  AMOUNT_INCORRECT,
  WORK_NOT_DONE,
  QUALITY_ISSUE,
  BILLING_ERROR,
  DUPLICATE_CHARGE,
  OTHER
}
