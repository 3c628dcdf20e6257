package za.lexohub.sessions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buckets that all nodes share, and one of this node's own for each while they cannot be had. */
final class SharedRateLimits implements RateLimits {

  private static final Logger LOG = LoggerFactory.getLogger(SharedRateLimits.class);
  private static final int KEYS_REMEMBERED = 100_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /**
   * What a node may give away of a key before it asks Redis again, so that Redis is asked rarely.
   */
  private static final int GIVEN_UNASKED = 20;

  private static final Duration UNASKED_FOR = Duration.ofMillis(100);

  private record Key(Policy policy, String name) {}

  private final LoadingCache<Key, Bucket> shared;
  private final LoadingCache<Key, Bucket> own;

  SharedRateLimits(ProxyManager<String> buckets) {
    this.shared = cache().build(key -> shared(buckets, key));
    this.own = cache().build(SharedRateLimits::own);
  }

  private static Caffeine<Object, Object> cache() {
    return Caffeine.newBuilder().maximumSize(KEYS_REMEMBERED).expireAfterAccess(REMEMBERED);
  }

  private static Bucket shared(ProxyManager<String> buckets, Key key) {
    RemoteBucketBuilder<String> builder = buckets.builder();
    // Of a small quota a smaller part, so that several nodes together stay near it.
    long unasked = Math.min(GIVEN_UNASKED, key.policy().quota() / 10);
    if (unasked > 0) {
      builder.withOptimization(Optimizations.delaying(new DelayParameters(unasked, UNASKED_FOR)));
    }
    return builder.build(
        "limit:{" + key.policy().name() + ":" + HashedName.of(key.name()) + "}",
        () -> configuration(key.policy()));
  }

  private static Bucket own(Key key) {
    Policy policy = key.policy();
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(policy.quota()).refillGreedy(policy.quota(), policy.window()))
        .build();
  }

  private static BucketConfiguration configuration(Policy policy) {
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(policy.quota()).refillGreedy(policy.quota(), policy.window()))
        .build();
  }

  @Override
  public Verdict take(Policy policy, String key) {
    Key named = new Key(policy, key);
    try {
      return verdict(shared.get(named));
    } catch (RuntimeException away) {
      // Of those who waited for the same answer, all but one get the failure in a wrapper.
      LOG.debug("A quota is counted on this node alone", away);
      return verdict(own.get(named));
    }
  }

  private static Verdict verdict(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Verdict(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
  }

  /** Rounded up: who comes back earlier comes for nothing. */
  private static long seconds(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
  }
}
