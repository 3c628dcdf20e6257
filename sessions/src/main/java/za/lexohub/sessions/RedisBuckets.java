package za.lexohub.sessions;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.redis.consts.LuaScripts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.readmodels.redis.Fallback;

/**
 * Bucket4j's buckets in Redis. Its own module for Jedis was last published for an older core; this
 * one speaks the same scripts.
 */
final class RedisBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

  /** Redis is left alone for a moment, or has just failed to answer. */
  static final class Away extends RuntimeException {
    Away() {
      super("Redis does not answer", null, false, false);
    }
  }

  /** A bucket that nobody asks is full again when its window is over, and may be forgotten. */
  private static final ExpirationAfterWriteStrategy UNTIL_FULL =
      ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10));

  private static final byte[] ADD = bytes(LuaScripts.SCRIPT_SET_NX_PX);
  private static final byte[] SWAP = bytes(LuaScripts.SCRIPT_COMPARE_AND_SWAP_PX);

  private final UnifiedJedis redis;
  private final Fallback fallback;

  RedisBuckets(UnifiedJedis redis, Fallback fallback) {
    super(ClientSideConfig.getDefault().withExpirationAfterWriteStrategy(UNTIL_FULL));
    this.redis = redis;
    this.fallback = fallback;
  }

  private <T> T ask(Supplier<T> question) {
    return fallback.ask(() -> Optional.of(question.get())).orElseThrow(Away::new);
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
    byte[] name = bytes(key);
    return new CompareAndSwapOperation() {
      @Override
      public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
        return ask(() -> Optional.ofNullable(redis.get(name)));
      }

      @Override
      public boolean compareAndSwap(
          byte[] held, byte[] wanted, RemoteBucketState state, Optional<Long> timeoutNanos) {
        byte[] ttl =
            bytes(
                Long.toString(
                    Math.max(1, UNTIL_FULL.calculateTimeToLiveMillis(state, currentTimeNanos()))));
        Object swapped =
            held == null
                ? ask(() -> redis.eval(ADD, List.of(name), List.of(wanted, ttl)))
                : ask(() -> redis.eval(SWAP, List.of(name), List.of(held, wanted, ttl)));
        return Long.valueOf(1).equals(swapped);
      }
    };
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
    throw new UnsupportedOperationException("asked on the thread of the request only");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(String key) {
    throw new UnsupportedOperationException("asked on the thread of the request only");
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  @Override
  public void removeProxy(String key) {
    ask(() -> redis.del(bytes(key)));
  }

  @Override
  public boolean isExpireAfterWriteSupported() {
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
