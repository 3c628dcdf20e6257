package za.lexohub.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.ledger.CommandLedger;

/** The log itself, on a connection pool of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreProperties.class)
class LogConfiguration {

  /** Only one append at a time can hold the log's lock, so more would only stand in line. */
  static final int WRITERS = 1;

  /**
   * One role migrates, with the owner's password; it alone has a Flyway.
   *
   * @param wait how long another role waits for that one. 2 min: a migration that rewrites a table
   *     of a million rows takes less
   */
  @Bean
  MigratedLog migratedLog(
      JdbcConnectionDetails connection,
      ObjectProvider<FlywayMigrationInitializer> migration,
      @Value("${lexohub.database.migration-wait:2m}") Duration wait) {
    return migration.getIfAvailable() == null
        ? MigratedLog.byOthers(connection, wait)
        : MigratedLog.byOurselves(connection);
  }

  /**
   * Appends and reads of the log never share a pool with units of work: those hold their connection
   * while they wait for an append, and would wait for ever.
   */
  @Bean(defaultCandidate = false)
  HikariDataSource eventLogDataSource(
      JdbcConnectionDetails connection,
      EventStoreProperties properties,
      MigratedLog migratedFirst) {
    HikariDataSource dataSource = pool("event-log", connection, properties);
    dataSource.setMaximumPoolSize(properties.connections());
    dataSource.setMinimumIdle(2);
    return dataSource;
  }

  private static HikariDataSource pool(
      String name, JdbcConnectionDetails connection, EventStoreProperties properties) {
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setPoolName(name);
    dataSource.setJdbcUrl(connection.getJdbcUrl());
    dataSource.setUsername(connection.getUsername());
    dataSource.setPassword(connection.getPassword());
    dataSource.setConnectionTimeout(properties.connectionTimeout().toMillis());
    dataSource.addDataSourceProperty("ApplicationName", "lexohub-" + name);
    dataSource.addDataSourceProperty("tcpKeepAlive", "true");
    dataSource.addDataSourceProperty("connectTimeout", "5");
    // "Failing row contains …" would carry people's data into logs and dead letters.
    dataSource.addDataSourceProperty("logServerErrorDetail", "false");
    return dataSource;
  }

  /**
   * The server gives up on a call before the line does, so that a call that is given up was not
   * committed.
   */
  @Bean(defaultCandidate = false)
  HikariDataSource eventLogWriterDataSource(
      JdbcConnectionDetails connection,
      EventStoreProperties properties,
      MigratedLog migratedFirst) {
    HikariDataSource dataSource = pool("event-log-writer", connection, properties);
    dataSource.setMaximumPoolSize(WRITERS);
    long millis = properties.appendTimeout().toMillis();
    dataSource.setConnectionInitSql(GroupCall.SETTINGS + "; set statement_timeout = " + millis);
    dataSource.addDataSourceProperty(
        "socketTimeout", String.valueOf(properties.appendTimeout().toSeconds() + 5));
    return dataSource;
  }

  @Bean
  CommitBell commitBell(@Qualifier("eventLogDataSource") HikariDataSource dataSource) {
    return new CommitBell(dataSource);
  }

  @Bean
  AppendQueue appendQueue(
      @Qualifier("eventLogWriterDataSource") HikariDataSource dataSource,
      CommitBell bell,
      EventStoreProperties properties) {
    return new AppendQueue(
        new GroupWriter(dataSource), bell::ring, properties.appendTimeout().multipliedBy(2));
  }

  @Bean
  LogWatch logWatch(
      @Qualifier("eventLogDataSource") HikariDataSource dataSource,
      AppendQueue queue,
      EventStoreProperties properties,
      ObjectProvider<MeterRegistry> meters) {
    return new LogWatch(dataSource, queue, properties.lockAlarm(), meters.getIfUnique());
  }

  @Bean
  PostgresEventStorageEngine eventStorageEngine(
      @Qualifier("eventLogDataSource") HikariDataSource dataSource,
      AppendQueue queue,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      ObjectProvider<EventUpcaster> upcasters) {
    return new PostgresEventStorageEngine(
        dataSource,
        queue,
        eventSerializer,
        new EventUpcasterChain(upcasters.orderedStream().toList()));
  }

  @Bean
  WakingEventStore eventStore(PostgresEventStorageEngine engine) {
    return new WakingEventStore(EmbeddedEventStore.builder(), engine);
  }

  @Bean
  CommitListener commitListener(
      @Qualifier("eventLogDataSource") HikariDataSource dataSource, WakingEventStore eventStore) {
    return new CommitListener(dataSource, eventStore);
  }

  /**
   * Bulk readers hold a connection for as long as whoever they read for takes; commands shall not
   * wait for them.
   */
  @Bean(defaultCandidate = false)
  HikariDataSource eventLogBulkDataSource(
      JdbcConnectionDetails connection,
      EventStoreProperties properties,
      MigratedLog migratedFirst) {
    HikariDataSource dataSource = pool("event-log-bulk", connection, properties);
    dataSource.setMaximumPoolSize(properties.bulkReaders());
    dataSource.setMinimumIdle(0);
    return dataSource;
  }

  @Bean
  CommandLedger commandLedger(@Qualifier("eventLogDataSource") HikariDataSource dataSource) {
    return new JdbcCommandLedger(JdbcClient.create(dataSource));
  }

  /** Spring finds the engine by type; Axon's own configuration has to be told. */
  @Bean
  ConfigurerModule eventStorageModule(EventStorageEngine engine) {
    return configurer -> configurer.registerComponent(EventStorageEngine.class, c -> engine);
  }
}
