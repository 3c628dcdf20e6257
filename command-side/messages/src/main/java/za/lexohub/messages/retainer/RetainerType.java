package za.lexohub.messages.retainer;

/** For how long a retainer is agreed. */
public enum RetainerType {
  /** A month at a time. */
  MONTHLY,
  /** A year at a time. */
  ANNUAL,
  /** As long as the work. */
  PROJECT,
  /** Replenished without an end. */
  EVERGREEN
}
