package za.lexohub.readmodels.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts what a cache answers: {@code lexohub.cache.requests}, by {@code cache} and {@code
 * outcome}.
 */
public final class CacheMeter {

  private final Counter hits;
  private final Counter misses;
  private final Counter absences;

  /**
   * @param cache its name in the metric
   */
  public CacheMeter(String cache) {
    this.hits = counter(cache, "hit");
    this.misses = counter(cache, "miss");
    this.absences = counter(cache, "away");
  }

  /** It had an answer. */
  public void hit() {
    hits.increment();
  }

  /** It had none, or none that was fresh enough. */
  public void miss() {
    misses.increment();
  }

  /** It could not be asked. */
  public void away() {
    absences.increment();
  }

  /** In the registry that the application adds its own to. */
  private static Counter counter(String cache, String outcome) {
    return Metrics.counter("lexohub.cache.requests", "cache", cache, "outcome", outcome);
  }
}
