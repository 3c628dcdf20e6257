package za.lexohub.processes.deadlines;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a process waits for an answer, and how often it asks.
 *
 * @param timeout after the first time of asking. 30 s is some ten times what a rendered and stored
 *     document takes on a quiet day, so a healthy step is never asked twice
 * @param growth of the timeout from one attempt to the next. With 2, five attempts span a quarter
 *     of an hour, longer than a fail-over of the database or a deployment takes
 * @param longest timeout, however many attempts there were: a failure that still has to be recorded
 *     is not forgotten for hours
 * @param attempts before the process gives up and says so. 5, because what has failed for a quarter
 *     of an hour needs a person
 */
public record Patience(
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("2") double growth,
    @DefaultValue("15m") Duration longest,
    @DefaultValue("5") int attempts) {

  public Patience {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be above 0");
    }
    if (!(growth >= 1 && growth <= 10)) {
      throw new IllegalArgumentException("growth must be 1 to 10");
    }
    if (longest.compareTo(timeout) < 0) {
      throw new IllegalArgumentException("longest must not be below timeout");
    }
    if (attempts < 1 || attempts > 100) {
      throw new IllegalArgumentException("attempts must be 1 to 100");
    }
  }

  /** How long to wait after so many attempts, the first being 1. */
  public Duration timeoutAfter(int attempt) {
    double grown = timeout.toMillis() * Math.pow(growth, attempt - 1.0);
    return grown >= longest.toMillis() ? longest : Duration.ofMillis((long) grown);
  }
}
