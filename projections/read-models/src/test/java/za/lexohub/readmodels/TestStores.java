package za.lexohub.readmodels;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.row.TenantScope;

/** A database and a Redis of one test class's own, on the real parts. */
public final class TestStores implements AutoCloseable {

  private static final int REDIS_DATABASES = 16;
  private static int redisDatabase;

  public final Database database;
  public final JdbcClient jdbc;
  public final TransactionTemplate transactions;
  public final TenantScope scope;
  public final UnifiedJedis redis;
  private final HikariDataSource dataSource;

  private TestStores(Database database, String redisUrl) {
    this.database = database;
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.application());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(4);
    dataSource = new HikariDataSource(pool);
    jdbc = JdbcClient.create(dataSource);
    JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
    transactions = new TransactionTemplate(manager);
    scope = new TenantScope(jdbc, manager);
    redis = RedisConnections.open(URI.create(redisUrl), false);
    redis.flushDB();
  }

  public static synchronized TestStores open() {
    var postgres = TestParts.postgres();
    var redis = TestParts.redis();
    Database database =
        postgres.createDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    redisDatabase = (redisDatabase + 1) % REDIS_DATABASES;
    return new TestStores(database, redis.url() + "/" + redisDatabase);
  }

  @Override
  public void close() {
    redis.close();
    dataSource.close();
  }
}
