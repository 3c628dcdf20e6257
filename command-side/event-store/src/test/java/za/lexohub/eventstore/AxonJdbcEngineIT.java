package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/**
 * Axon's own engine on JDBC, with the same serializer, in a database of its own. It keeps the
 * contract, and the tests below show where it ends: its positions have holes, so its tokens drag
 * lists of gaps along; it knows no idempotency key, no hash of a row, and takes a stream with a
 * hole. What it can and ours cannot: append within a transaction of somebody else's.
 */
class AxonJdbcEngineIT extends EngineContract {

  private static JdbcEventStorageEngine engine;

  @BeforeAll
  static void create() {
    Database database = TestParts.postgres().createDatabase("axon_contract");
    DriverManagerDataSource source =
        new DriverManagerDataSource(database.url(), database.owner(), database.password());
    engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(source)))
            .transactionManager(
                new SpringTransactionManager(new DataSourceTransactionManager(source)))
            .eventSerializer(FreshLog.SERIALIZER)
            .snapshotSerializer(FreshLog.SERIALIZER)
            .persistenceExceptionResolver(
                failure -> failure instanceof SQLException sql && "23505".equals(sql.getSQLState()))
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
  }

  @Override
  EventStorageEngine engine() {
    return engine;
  }

  @Test
  void aConflictLeavesAHoleForEver() {
    UUID id = UUID.randomUUID();
    engine().appendEvents(FreshLog.event(id, 0, "first"));
    assertThatThrownBy(() -> engine().appendEvents(FreshLog.event(id, 0, "late")))
        .isInstanceOf(AggregateStreamCreationException.class);
    engine().appendEvents(FreshLog.event(id, 1, "second"));

    GapAwareTrackingToken last = (GapAwareTrackingToken) all().getLast().trackingToken();
    assertThat(last.getIndex() + 1).isGreaterThan(all().size());
    assertThat(last.hasGaps()).isTrue();
  }

  @Test
  void anIdempotencyKeyMeansNothingToIt() {
    UUID id = UUID.randomUUID();
    Map<String, String> key = FreshLog.key("contract-" + id, "hash", id);
    engine().appendEvents(FreshLog.event(id, 0, "once", key));
    engine().appendEvents(FreshLog.event(id, 1, "twice", key));
    assertThat(engine().readEvents(id.toString(), 0).asStream()).hasSize(2);
  }

  @Test
  void aSequenceWithAHoleIsTaken() {
    UUID id = UUID.randomUUID();
    engine().appendEvents(FreshLog.event(id, 5, "no zero"));
    assertThat(engine().lastSequenceNumberFor(id.toString())).hasValue(5L);
  }
}
