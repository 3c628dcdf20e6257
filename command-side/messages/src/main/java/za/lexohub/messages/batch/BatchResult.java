package za.lexohub.messages.batch;

/** What became of one entry of a batch. */
public enum BatchResult {
  /** The draft exists. */
  INVOICED,
  /** Billing of the pro forma has begun and goes on by itself. */
  STARTED,
  /** There was nothing left to do. */
  ALREADY_INVOICED,
  /** A rule was in the way. */
  REFUSED
}
