package za.lexohub.query;

import java.time.Duration;

/**
 * What an answer must at least reflect.
 *
 * @param position of the last event that the caller knows of; 0 asks for nothing
 * @param maxWait how long the caller waits for it
 */
public record Consistency(long position, Duration maxWait) {

  /** Whatever is there. */
  public static final Consistency NONE = new Consistency(0, Duration.ZERO);

  public Consistency {
    if (position < 0 || maxWait.isNegative()) {
      throw new IllegalArgumentException("position and maxWait must not be negative");
    }
  }

  public static Consistency through(long position, Duration maxWait) {
    return new Consistency(position, maxWait);
  }
}
