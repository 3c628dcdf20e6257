package za.lexohub.sessions;

import java.time.Duration;

/**
 * How often something may be asked for, counted over all nodes in Redis. Each node asks Redis only
 * now and then, so that a burst over several nodes may pass a quota by a few requests. While Redis
 * is away each node counts by itself, with the whole quota.
 */
public interface RateLimits {

  /** Takes one of the quota of a key, if one is left; never throws and never waits for long. */
  Verdict take(Policy policy, String key);

  /**
   * A quota.
   *
   * @param name of it in headers and keys
   * @param quota how many in a window; they come back evenly
   */
  record Policy(String name, long quota, Duration window) {
    public Policy {
      if (quota < 1 || window.isNegative() || window.isZero()) {
        throw new IllegalArgumentException("the rate limit " + name + " must be above 0");
      }
    }
  }

  /**
   * What became of the question.
   *
   * @param remaining what is left of the quota now
   * @param resetSeconds until one more is there, for what was refused; until the whole quota is
   *     there again, for what was allowed. At least 1
   */
  record Verdict(boolean allowed, long remaining, long resetSeconds) {}
}
