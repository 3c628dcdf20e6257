package za.lexohub.readmodels.report;

import java.time.Instant;

/**
 * What a report may know: entries up to a place in the log, recorded by a moment. Names and states
 * that are joined to them are today's.
 */
public record AsOf(long position, Instant at) {

  /** Later than anything is recorded, and a time that PostgreSQL can hold. */
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

  /** All there is. */
  public static final AsOf NOW = new AsOf(Long.MAX_VALUE, EVER);

  public static AsOf position(long position) {
    return new AsOf(position, EVER);
  }

  public static AsOf at(Instant at) {
    return new AsOf(Long.MAX_VALUE, at.isAfter(EVER) ? EVER : at);
  }

  public boolean isNow() {
    return equals(NOW);
  }
}
