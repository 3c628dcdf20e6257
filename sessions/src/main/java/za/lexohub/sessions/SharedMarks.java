package za.lexohub.sessions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisScript;

/** In Redis, for all nodes and for as long as it knows them. */
final class SharedMarks implements SessionMarks {

  private static final Logger LOG = LoggerFactory.getLogger(SharedMarks.class);
  private static final RedisScript KEEP = RedisScript.beside(SharedMarks.class, "keep-mark.lua");
  private static final int ATTEMPTS = 2;

  private final UnifiedJedis redis;
  private final Fallback fallback;
  private final Duration known;
  private final Duration lifetime;

  /**
   * @param idle how long an active session may rest; it is known for twice as long, so that one
   *     that rested too long is told from one that was never seen
   * @param lifetime how long one that has ended is
   */
  SharedMarks(UnifiedJedis redis, Fallback fallback, Duration idle, Duration lifetime) {
    this.redis = redis;
    this.fallback = fallback;
    this.known = idle.multipliedBy(2);
    this.lifetime = lifetime;
  }

  @Override
  public Optional<Mark> of(SessionKey key) {
    return fallback.ask(() -> Mark.parse(redis.get(name(key))));
  }

  @Override
  public Mark keep(SessionKey key, Mark active) {
    return fallback
        .ask(
            () ->
                Mark.parse(
                    String.valueOf(
                        KEEP.run(
                            redis,
                            List.of(name(key)),
                            List.of(active.toString(), Long.toString(known.toMillis()))))))
        .orElse(active);
  }

  /**
   * Tried even while reads leave Redis alone: until Redis knows, other nodes go by their last look
   * at the table.
   */
  @Override
  public void end(SessionKey key, Standing how) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        redis.set(
            name(key), Mark.ended(how).toString(), SetParams.setParams().px(lifetime.toMillis()));
        return;
      } catch (JedisException e) {
        if (attempt == ATTEMPTS) {
          LOG.warn("Redis could not be told that a session ended ({})", e.getMessage());
        }
      }
    }
  }

  /** All of a user's on one node of a cluster. */
  private static String name(SessionKey key) {
    return "session:{" + key.userId() + "}:" + key.sessionId();
  }
}
