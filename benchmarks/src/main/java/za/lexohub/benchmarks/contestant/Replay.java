package za.lexohub.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;

/**
 * A streaming processor from the beginning of the log to its end, with a handler that does nothing.
 */
public final class Replay {

  private static final long PATIENCE_MINUTES = 20;

  private Replay() {}

  /** As the product has its processors: tokens, dead letters and savepoints included. */
  public static double ours(Database database, long events, int segments, int batch)
      throws InterruptedException {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("lexohub.event-store.segments", segments);
    properties.put("lexohub.event-store.batch-size", batch);
    NoOp.counting = new Counter(events);
    ConfigurableApplicationContext context = LexoHubNode.context(properties, NoOp.class);
    try {
      return NoOp.counting.await();
    } finally {
      context.close();
    }
  }

  /** Axon's JDBC engine and a pooled processor with tokens in the database. */
  public static double axonJdbc(
      Database database, int connections, long events, int segments, int batch)
      throws InterruptedException {
    NoOp.counting = new Counter(events);
    try (HikariDataSource pool = Pool.of(database, connections)) {
      SpringTransactionManager transactions =
          new SpringTransactionManager(new DataSourceTransactionManager(pool));
      JdbcTokenStore tokens =
          JdbcTokenStore.builder()
              .connectionProvider(
                  new UnitOfWorkAwareConnectionProviderWrapper(
                      new SpringDataSourceConnectionProvider(pool)))
              .serializer(AxonNode.generalSerializer())
              .build();
      tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
      Configuration axon =
          AxonNode.configurer(AxonNode.jdbcEngine(pool, transactions), transactions)
              .registerComponent(TokenStore.class, c -> tokens)
              .eventProcessing(
                  processing ->
                      processing
                          .usingPooledStreamingEventProcessors(
                              (c, builder) ->
                                  builder
                                      .initialSegmentCount(segments)
                                      .batchSize(batch)
                                      .tokenClaimInterval(1000))
                          .registerEventHandler(c -> new NoOp()))
              .buildConfiguration();
      axon.start();
      try {
        return NoOp.counting.await();
      } finally {
        axon.shutdown();
      }
    }
  }

  /** Takes every event and does nothing. */
  @ProcessingGroup("no-op")
  static class NoOp {

    /** One replay at a time, and the handler is made by others. */
    static volatile Counter counting = new Counter(0);

    @EventHandler
    void on(MatterPutOnHold event) {
      counting.one();
    }
  }

  /** From the first event to the last. */
  private static final class Counter {
    private final long expected;
    private final AtomicLong seen = new AtomicLong();
    private final CountDownLatch all = new CountDownLatch(1);
    private volatile long began;
    private volatile long ended;

    Counter(long expected) {
      this.expected = expected;
    }

    void one() {
      long now = seen.incrementAndGet();
      if (now == 1) {
        began = System.nanoTime();
      }
      if (now == expected) {
        ended = System.nanoTime();
        all.countDown();
      }
    }

    double await() throws InterruptedException {
      if (!all.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("only " + seen + " of " + expected + " events came");
      }
      return expected / ((ended - began) / 1e9);
    }
  }
}
