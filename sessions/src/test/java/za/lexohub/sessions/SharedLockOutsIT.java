package za.lexohub.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Five wrong secrets in a quarter of an hour lock a name for half an hour. */
class SharedLockOutsIT {

  private static final UnifiedJedis REDIS = Stores.redis();
  private static final LockOutProperties LIMITS =
      new LockOutProperties(5, Duration.ofMinutes(15), Duration.ofMinutes(30));

  private final TestClock clock = new TestClock();
  private final LockOuts one = node(REDIS);
  private final LockOuts two = node(REDIS);
  private final String name = UUID.randomUUID().toString();

  @Test
  void the_fifth_failure_locks_the_name_on_every_node() {
    for (int failure = 1; failure < 5; failure++) {
      (failure % 2 == 0 ? one : two).failed(name);
      assertThat(one.lockedFor(name)).isEmpty();
    }

    one.failed(name);

    assertThat(two.lockedFor(name))
        .hasValueSatisfying(
            left -> assertThat(left).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
    assertThat(two.lockedFor(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void failures_further_apart_lock_nothing() {
    for (int failure = 1; failure <= 12; failure++) {
      one.failed(name);
      clock.pass(Duration.ofMinutes(4));
    }

    assertThat(one.lockedFor(name)).isEmpty();
  }

  @Test
  void the_right_secret_forgets_the_failures_and_not_the_lock() {
    fail(one, 4);
    two.succeeded(name);
    fail(one, 4);
    assertThat(one.lockedFor(name)).isEmpty();

    fail(one, 1);
    two.succeeded(name);

    assertThat(two.lockedFor(name)).isPresent();
  }

  @Test
  void without_redis_a_node_locks_by_itself() {
    LockOuts cut = node(Stores.noRedis());
    fail(cut, 4);
    cut.succeeded(name);
    fail(cut, 4);
    assertThat(cut.lockedFor(name)).isEmpty();

    fail(cut, 1);

    assertThat(cut.lockedFor(name)).contains(Duration.ofMinutes(30));
    clock.pass(Duration.ofMinutes(29));
    cut.succeeded(name);
    assertThat(cut.lockedFor(name)).contains(Duration.ofMinutes(1));
    clock.pass(Duration.ofMinutes(1));
    assertThat(cut.lockedFor(name)).isEmpty();
  }

  private void fail(LockOuts node, int times) {
    for (int failure = 0; failure < times; failure++) {
      node.failed(name);
    }
  }

  private LockOuts node(UnifiedJedis redis) {
    return new SharedLockOuts(redis, Stores.fallback(), LIMITS, clock);
  }
}
