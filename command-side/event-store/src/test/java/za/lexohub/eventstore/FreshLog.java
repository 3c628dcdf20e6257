package za.lexohub.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/** A migrated database with an engine on it, and no application around it. */
final class FreshLog implements AutoCloseable {

  static final Serializer SERIALIZER = new EventSerializer(new EventTypes());

  final Database database;
  final HikariDataSource reads;
  final HikariDataSource writes;
  final AppendQueue queue;
  final PostgresEventStorageEngine engine;

  private FreshLog(Database database, UnaryOperator<DataSource> line, Duration callTimeout) {
    this.database = database;
    reads = pool(4, "select 1");
    writes = pool(1, GroupCall.SETTINGS + "; set statement_timeout = " + callTimeout.toMillis());
    queue =
        new AppendQueue(new GroupWriter(line.apply(writes)), () -> {}, callTimeout.multipliedBy(2));
    engine = new PostgresEventStorageEngine(reads, queue, SERIALIZER, NoOpEventUpcaster.INSTANCE);
  }

  static FreshLog create(String name) {
    return on(migrated(name));
  }

  static Database migrated(String name) {
    Database database = TestParts.postgres().createDatabase(name);
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    return database;
  }

  /** One more node on a log that is there. */
  static FreshLog on(Database database) {
    return new FreshLog(database, line -> line, Duration.ofSeconds(10));
  }

  static FreshLog over(Database database, UnaryOperator<DataSource> line, Duration callTimeout) {
    return new FreshLog(database, line, callTimeout);
  }

  private HikariDataSource pool(int size, String init) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.application());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(0);
    pool.setConnectionInitSql(init);
    return pool;
  }

  /** As the owner of the tables, who may do more than the application. */
  Connection owned() throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.password());
  }

  JdbcClient owner() {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.owner(), database.password()));
  }

  JdbcClient application() {
    return JdbcClient.create(reads);
  }

  static GenericDomainEventMessage<?> event(Object aggregate, long sequence, String text) {
    return event(aggregate, sequence, text, Map.of());
  }

  static GenericDomainEventMessage<?> event(
      Object aggregate, long sequence, String text, Map<String, ?> metadata) {
    Map<String, Object> all = new HashMap<>(metadata);
    all.putIfAbsent(MetadataKeys.TENANT, "thandi");
    UUID id = new UUID(0, aggregate.hashCode());
    return new GenericDomainEventMessage<>(
        "Ledger", aggregate.toString(), sequence, Ledger.written(id, text), all);
  }

  static List<GenericDomainEventMessage<?>> events(Object aggregate, int count) {
    return IntStream.range(0, count)
        .<GenericDomainEventMessage<?>>mapToObj(i -> event(aggregate, i, "e" + i))
        .toList();
  }

  static Map<String, String> key(String key, String hash, Object target) {
    return Map.of(
        MetadataKeys.IDEMPOTENCY_KEY,
        key,
        MetadataKeys.REQUEST_HASH,
        hash,
        MetadataKeys.TARGET,
        target.toString());
  }

  /** Each on a thread of its own: the common pool of a small machine would run one at a time. */
  static CompletableFuture<Void> async(Runnable task) {
    return CompletableFuture.runAsync(task, thread -> Thread.ofVirtual().start(thread));
  }

  List<Long> positions() {
    return application()
        .sql("select position from event_log order by position")
        .query(Long.class)
        .list();
  }

  @Override
  public void close() {
    queue.close();
    writes.close();
    reads.close();
  }
}
