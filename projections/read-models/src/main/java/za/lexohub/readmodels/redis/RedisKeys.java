package za.lexohub.readmodels.redis;

import redis.clients.jedis.UnifiedJedis;

/** Finds keys by their pattern, on every node of a cluster. */
public final class RedisKeys {

  private static final int BATCH = 1000;

  /** Removes them one by one, because those of one batch may lie in several slots. */
  public static void remove(UnifiedJedis redis, String pattern) {
    var cursor = redis.scanIteration(BATCH, pattern);
    while (!cursor.isIterationCompleted()) {
      for (String key : cursor.nextBatchList()) {
        redis.unlink(key);
      }
    }
  }

  private RedisKeys() {}
}
