package za.lexohub.readmodels.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens Redis for a cache: a bounded pool and short waits, because SQL can always answer. */
public final class RedisConnections {

  private static final int CONNECTIONS = 32;
  private static final int TIMEOUT_MILLIS = 250;

  /**
   * Connects with the first command, not now.
   *
   * @param url {@code redis://[user:password@]host:port[/db]}, or {@code rediss://} for TLS
   */
  public static UnifiedJedis open(URI url, boolean cluster) {
    HostAndPort server = JedisURIHelper.getHostAndPort(url);
    JedisClientConfig client =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis(TIMEOUT_MILLIS)
            .user(JedisURIHelper.getUser(url))
            .password(JedisURIHelper.getPassword(url))
            .database(JedisURIHelper.getDBIndex(url))
            .ssl(JedisURIHelper.isRedisSSLScheme(url))
            .clientName("lexohub")
            .build();
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMinIdle(1);
    pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
    pool.setJmxEnabled(false);
    // A cluster that is away must keep nobody from starting, no more than a single server does.
    System.setProperty(RedisClusterClient.INIT_NO_ERROR_PROPERTY, "true");
    return cluster
        ? RedisClusterClient.builder()
            .nodes(Set.of(server))
            .clientConfig(client)
            .poolConfig(pool)
            .build()
        : RedisClient.builder().hostAndPort(server).clientConfig(client).poolConfig(pool).build();
  }

  private RedisConnections() {}
}
