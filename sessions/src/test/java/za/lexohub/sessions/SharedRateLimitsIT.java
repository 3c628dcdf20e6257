package za.lexohub.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.sessions.RateLimits.Policy;
import za.lexohub.sessions.RateLimits.Verdict;

/** Two nodes and one Redis. */
class SharedRateLimitsIT {

  private static final UnifiedJedis REDIS = Stores.redis();

  private final RateLimits one = node(REDIS);
  private final RateLimits two = node(REDIS);
  private final String key = UUID.randomUUID().toString();

  @Test
  void a_small_quota_is_exact_over_all_nodes() {
    Policy policy = new Policy("small", 6, Duration.ofHours(1));

    for (int left = 5; left >= 0; left--) {
      Verdict verdict = (left % 2 == 0 ? one : two).take(policy, key);
      assertThat(verdict.allowed()).isTrue();
      assertThat(verdict.remaining()).isEqualTo(left);
    }

    Verdict refused = two.take(policy, key);
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.resetSeconds()).isBetween(590L, 600L);
    assertThat(one.take(policy, UUID.randomUUID().toString()).allowed())
        .as("somebody else")
        .isTrue();
  }

  @Test
  void a_burst_over_two_nodes_passes_a_large_quota_by_no_more_than_each_gives_unasked()
      throws Exception {
    Policy policy = new Policy("large", 400, Duration.ofHours(1));
    long allowed = 0;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> each :
          callers.invokeAll(
              IntStream.range(0, 1_000)
                  .<Callable<Boolean>>mapToObj(
                      i -> () -> (i % 2 == 0 ? one : two).take(policy, key).allowed())
                  .toList())) {
        allowed += each.get() ? 1 : 0;
      }
    }

    assertThat(allowed).isBetween(400L, 441L);
  }

  @Test
  void without_redis_each_node_counts_by_itself_and_refuses_nobody_for_its_sake() {
    Policy policy = new Policy("alone", 6, Duration.ofHours(1));
    RateLimits cut = node(Stores.noRedis());

    for (int taken = 0; taken < 6; taken++) {
      assertThat(cut.take(policy, key).allowed()).isTrue();
    }

    assertThat(cut.take(policy, key).allowed()).isFalse();
    assertThat(one.take(policy, key).remaining()).as("what Redis knows of it").isEqualTo(5);
  }

  @Test
  void without_redis_nobody_is_refused_though_many_ask_at_once() throws Exception {
    Policy policy = new Policy("rush", 100_000, Duration.ofHours(1));
    RateLimits cut = node(Stores.noRedis());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> each :
          callers.invokeAll(
              IntStream.range(0, 500)
                  .<Callable<Boolean>>mapToObj(i -> () -> cut.take(policy, key).allowed())
                  .toList())) {
        assertThat(each.get()).isTrue();
      }
    }
  }

  @Test
  void what_nobody_asks_for_any_more_is_forgotten() {
    one.take(new Policy("forgotten", 6, Duration.ofMinutes(1)), key);

    assertThat(REDIS.pttl("limit:{forgotten:" + HashedName.of(key) + "}")).isBetween(1L, 30_000L);
  }

  private static RateLimits node(UnifiedJedis redis) {
    return new SharedRateLimits(new RedisBuckets(redis, Stores.fallback()));
  }
}
