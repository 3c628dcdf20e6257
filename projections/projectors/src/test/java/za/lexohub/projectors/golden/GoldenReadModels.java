package za.lexohub.projectors.golden;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.projectors.ProjectorsConfiguration;
import za.lexohub.readmodels.ReadModelsConfiguration;

/** All read models in SQL and Redis, and their projectors, on a database of their own. */
final class GoldenReadModels implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final HikariDataSource owners;
  private final HikariDataSource application;
  private final TransactionTemplate transactions;
  private final JdbcClient owner;
  private final UnifiedJedis redis;
  private final Map<String, String> parked = new ConcurrentHashMap<>();
  private final List<AnnotationEventHandlerAdapter> projectors;

  /** On a new database and an emptied Redis. */
  GoldenReadModels(PersonalDataVault vault) {
    this(vault, migrated(), TestParts.redis().url() + "/15");
    redis.flushDB();
  }

  /** On these, as they are. */
  GoldenReadModels(PersonalDataVault vault, Database database, String redisUrl) {
    owners = connect(database, database.owner());
    owner = JdbcClient.create(owners);
    application = connect(database, database.application());
    JdbcTransactionManager manager = new JdbcTransactionManager(application);
    transactions = new TransactionTemplate(manager);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("lexohub.redis.url", redisUrl)));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(application));
    context.registerBean(PlatformTransactionManager.class, () -> manager);
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(PersonalDataVault.class, () -> vault);
    context.register(ReadModelsConfiguration.class, ProjectorsConfiguration.class);
    context.refresh();
    redis = context.getBean(UnifiedJedis.class);
    projectors =
        context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
            .map(AnnotationEventHandlerAdapter::new)
            .toList();
  }

  static Database migrated() {
    Database database =
        TestParts.postgres()
            .createDatabase("golden" + UUID.randomUUID().toString().replace("-", ""));
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    return database;
  }

  private static HikariDataSource connect(Database database, String role) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(database.url());
    pool.setUsername(role);
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(6);
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  void empty() {
    parked.clear();
    transactions.executeWithoutResult(
        status -> projectors.forEach(AnnotationEventHandlerAdapter::prepareReset));
  }

  /**
   * To each projector that wants it, in a transaction of its own. One that cannot take it is given
   * nothing of that aggregate any more, as if its sequence were parked.
   */
  void apply(DomainEventMessage<?> event) {
    for (AnnotationEventHandlerAdapter projector : projectors) {
      String sequence =
          projector.getTargetType().getAnnotation(ProcessingGroup.class).value()
              + " "
              + event.getAggregateIdentifier();
      if (!projector.canHandle(event) || parked.containsKey(sequence)) {
        continue;
      }
      try {
        transactions.executeWithoutResult(status -> handle(projector, event));
      } catch (RuntimeException e) {
        parked.put(
            sequence, event.getPayloadType().getSimpleName() + ": " + e.getClass().getSimpleName());
      }
    }
  }

  private static void handle(AnnotationEventHandlerAdapter projector, DomainEventMessage<?> event) {
    try {
      projector.handle(event);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What could not be applied, and why; by group and aggregate. */
  Map<String, String> parked() {
    return parked;
  }

  /**
   * What stands in each table, as one hash: rows in the order of their text, without what is null,
   * so that a column that a later release adds changes nothing as long as it says nothing. The
   * words that PostgreSQL makes of other columns say nothing of their own.
   */
  Map<String, String> dump() {
    Map<String, String> dump = new TreeMap<>();
    for (String table :
        owner
            .sql(
                "select relname from pg_class where relforcerowsecurity"
                    + " and relnamespace = 'public'::regnamespace")
            .query(String.class)
            .list()) {
      owner.sql("alter table " + table + " no force row level security").update();
      List<String> rows =
          owner
              .sql(
                  "select jsonb_strip_nulls(to_jsonb(t) - 'search_words')::text from "
                      + table
                      + " t")
              .query(String.class)
              .list()
              .stream()
              .sorted()
              .toList();
      owner.sql("alter table " + table + " force row level security").update();
      dump.put(table, rows.size() + " rows " + sha256(String.join("\n", rows)));
    }
    return dump;
  }

  /** As {@link #dump}, and what stands in Redis too; by table and key. */
  Map<String, String> everything() {
    Map<String, String> everything = dump();
    for (String key : new TreeSet<>(redis.keys("*"))) {
      everything.put(
          key,
          switch (redis.type(key)) {
            case "set" -> new TreeSet<>(redis.smembers(key)).toString();
            case "hash" -> new TreeMap<>(redis.hgetAll(key)).toString();
            default -> redis.get(key);
          });
    }
    return everything;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    application.close();
    owners.close();
  }
}
