package za.lexohub.sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisScript;

/** Wrong secrets counted in Redis, for all nodes; on this one alone while Redis is away. */
final class SharedLockOuts implements LockOuts {

  private static final RedisScript COUNT =
      RedisScript.beside(SharedLockOuts.class, "count-failure.lua");

  private final UnifiedJedis redis;
  private final Fallback fallback;
  private final LockOutProperties limits;
  private final Clock clock;
  private final LockOuts local;

  SharedLockOuts(UnifiedJedis redis, Fallback fallback, LockOutProperties limits, Clock clock) {
    this.redis = redis;
    this.fallback = fallback;
    this.limits = limits;
    this.clock = clock;
    this.local = new LocalLockOuts(limits, clock);
  }

  @Override
  public Optional<Duration> lockedFor(String name) {
    return local
        .lockedFor(name)
        .or(
            () ->
                fallback
                    .ask(() -> Optional.of(redis.pttl(locked(name))))
                    .filter(left -> left > 0)
                    .map(Duration::ofMillis));
  }

  @Override
  public void failed(String name) {
    boolean counted =
        fallback
            .ask(
                () ->
                    Optional.of(
                        COUNT.run(
                            redis,
                            List.of(failures(name), locked(name)),
                            List.of(
                                Long.toString(clock.millis()),
                                Long.toString(limits.within().toMillis()),
                                Integer.toString(limits.failures()),
                                Long.toString(limits.locked().toMillis()),
                                UUID.randomUUID().toString()))))
            .isPresent();
    if (!counted) {
      local.failed(name);
    }
  }

  @Override
  public void succeeded(String name) {
    local.succeeded(name);
    fallback.tell(() -> redis.del(failures(name)));
  }

  private static String failures(String name) {
    return key(name, "failures");
  }

  private static String locked(String name) {
    return key(name, "locked");
  }

  /** Whatever a stranger sends for a name is a key of known length, in one slot. */
  private static String key(String name, String what) {
    return "lock-out:{" + HashedName.of(name) + "}:" + what;
  }
}
