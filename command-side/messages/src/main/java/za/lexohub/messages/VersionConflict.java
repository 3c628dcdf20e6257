package za.lexohub.messages;

/**
 * The aggregate has moved on since the caller read it. Versions count an aggregate's events: the
 * first event makes version 1.
 */
public final class VersionConflict extends RuntimeException {

  private final long actual;

  public VersionConflict(long expected, long actual) {
    super("expected version " + expected + " but it is " + actual);
    this.actual = actual;
  }

  public long actual() {
    return actual;
  }
}
