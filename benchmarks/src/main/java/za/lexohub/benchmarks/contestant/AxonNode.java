package za.lexohub.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;

/**
 * Axon with an engine of its own, set up as its documentation does, and tuned: the end of a stream
 * is seen without a second query, payloads are bytea, connections are plenty. Events are written as
 * ours are. No idempotency keys and no hashes: Axon has neither.
 */
public final class AxonNode implements Node {

  private static final int BATCH = 500;

  private final EventStorageEngine engine;
  private final Configuration axon;
  private final List<Runnable> resources;

  private AxonNode(EventStorageEngine engine, Configurer configurer, List<Runnable> resources) {
    this.engine = engine;
    this.axon = configurer.buildConfiguration();
    this.resources = resources;
    axon.start();
  }

  static AxonNode jdbc(Database database, int connections, boolean first) {
    return jdbc(
        database, connections, first, AggregateConfigurer.defaultConfiguration(Tally.class));
  }

  static AxonNode jdbcCached(Database database, int connections, boolean first) {
    Cache cache = new WeakReferenceCache();
    return jdbc(
        database,
        connections,
        first,
        AggregateConfigurer.defaultConfiguration(Tally.class).configureCache(c -> cache));
  }

  private static AxonNode jdbc(
      Database database, int connections, boolean first, AggregateConfigurer<Tally> aggregate) {
    HikariDataSource pool = Pool.of(database, connections);
    SpringTransactionManager transactions =
        new SpringTransactionManager(new DataSourceTransactionManager(pool));
    JdbcEventStorageEngine engine = jdbcEngine(pool, transactions);
    if (first) {
      engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }
    return new AxonNode(engine, configurer(engine, transactions, aggregate), List.of(pool::close));
  }

  /** Axon's engine on this pool, tuned. */
  public static JdbcEventStorageEngine jdbcEngine(
      HikariDataSource pool, TransactionManager transactions) {
    Serializer serializer = Samples.serializer();
    return JdbcEventStorageEngine.builder()
        .connectionProvider(
            new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(pool)))
        .transactionManager(transactions)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .batchSize(BATCH)
        .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
        .build();
  }

  static AxonNode jpa(Database database, int connections, boolean first) {
    HikariDataSource pool = Pool.of(database, connections);
    EntityManagerFactory entities = Entities.on(pool, first);
    SpringTransactionManager transactions =
        new SpringTransactionManager(new JpaTransactionManager(entities));
    Serializer serializer = Samples.serializer();
    EventStorageEngine engine =
        JpaEventStorageEngine.builder()
            .entityManagerProvider(
                new SimpleEntityManagerProvider(
                    SharedEntityManagerCreator.createSharedEntityManager(entities)))
            .transactionManager(transactions)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .batchSize(BATCH)
            .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
            .build();
    return new AxonNode(
        engine, configurer(engine, transactions), List.of(entities::close, pool::close));
  }

  /** For tokens; without the exception Axon 4.13.0 cannot read its own. */
  static Serializer generalSerializer() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(
            mapper ->
                mapper.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build()))
        .build();
  }

  /** Axon around an engine, with the aggregate. */
  public static Configurer configurer(EventStorageEngine engine, TransactionManager transactions) {
    return configurer(engine, transactions, AggregateConfigurer.defaultConfiguration(Tally.class));
  }

  private static Configurer configurer(
      EventStorageEngine engine,
      TransactionManager transactions,
      AggregateConfigurer<Tally> aggregate) {
    return DefaultConfigurer.defaultConfiguration()
        .configureSerializer(c -> generalSerializer())
        .configureEventSerializer(c -> Samples.serializer())
        .configureTransactionManager(c -> transactions)
        .configureEmbeddedEventStore(c -> engine)
        .configureCommandBus(
            c -> SimpleCommandBus.builder().transactionManager(transactions).build())
        .configureCorrelationDataProviders(
            c ->
                List.of(
                    new MessageOriginProvider(),
                    new SimpleCorrelationDataProvider(
                        MetadataKeys.TENANT, MetadataKeys.ACTOR_TYPE, MetadataKeys.ACTOR_ID)))
        .configureAggregate(aggregate);
  }

  @Override
  public void append(UUID stream, long sequence) {
    engine.appendEvents(List.of(Samples.event(stream, sequence, Samples.metadata(stream))));
  }

  @Override
  public void command(UUID aggregate) {
    Map<String, Object> metadata = Samples.metadata(aggregate);
    axon.commandGateway()
        .sendAndWait(
            new GenericCommandMessage<>(new Tally.Count(aggregate, "text", 1))
                .andMetaData(metadata));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readAll() {
    return engine.readEvents(null, false);
  }

  @Override
  public void close() {
    axon.shutdown();
    resources.forEach(Runnable::run);
  }
}
