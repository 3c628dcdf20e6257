package za.lexohub.readmodels.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks the cache, or does without it: a cache that fails is left alone for a moment, so that only
 * one reader in that time waits for its timeout. For reads and for refills, never for what must not
 * be lost.
 */
public final class Fallback {

  private static final Logger LOG = LoggerFactory.getLogger(Fallback.class);

  private final long restNanos;
  private final AtomicLong resumeAt = new AtomicLong(System.nanoTime());

  public Fallback(Duration rest) {
    this.restNanos = rest.toNanos();
  }

  /** Empty also when the cache cannot be asked now. */
  public <T> Optional<T> ask(Supplier<Optional<T>> question) {
    long resume = resumeAt.get();
    long now = System.nanoTime();
    if (now - resume < 0) {
      return Optional.empty();
    }
    try {
      return question.get();
    } catch (JedisException e) {
      if (resumeAt.compareAndSet(resume, System.nanoTime() + restNanos)) {
        LOG.warn("Redis does not answer ({}); reads do without it", e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** As {@link #ask(Supplier)}, and counted. */
  public <T> Optional<T> ask(CacheMeter meter, Supplier<Optional<T>> question) {
    boolean[] answered = {false};
    Optional<T> answer =
        ask(
            () -> {
              Optional<T> found = question.get();
              answered[0] = true;
              return found;
            });
    if (answer.isPresent()) {
      meter.hit();
    } else if (answered[0]) {
      meter.miss();
    } else {
      meter.away();
    }
    return answer;
  }

  /** Not done, quietly, when the cache cannot be reached now. */
  public void tell(Runnable refill) {
    ask(
        () -> {
          refill.run();
          return Optional.empty();
        });
  }
}
