package za.lexohub.query;

import java.time.Duration;

/** The read model has not applied what the caller asked for within the time it gave. */
public final class NotYetConsistent extends RuntimeException {

  private final String group;
  private final long wanted;
  private final long applied;
  private final Duration retryAfter;

  NotYetConsistent(String group, long wanted, long applied, Duration retryAfter) {
    super(group + " has applied position " + applied + ", not yet " + wanted);
    this.group = group;
    this.wanted = wanted;
    this.applied = applied;
    this.retryAfter = retryAfter;
  }

  public String group() {
    return group;
  }

  public long wanted() {
    return wanted;
  }

  public long applied() {
    return applied;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
