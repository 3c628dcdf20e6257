package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;

/** Two nodes on one database. */
class EventStoreIT {

  private static TwoNodes nodes;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext two;
  private static JdbcClient jdbc;

  @BeforeAll
  static void start() {
    nodes = new TwoNodes("event_store", Map.of());
    one = nodes.one;
    two = nodes.two;
    jdbc = nodes.jdbc;
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void everythingAxonCouldHaveGuessedIsOurs() {
    assertThat(one.getBean(EventStore.class)).isInstanceOf(WakingEventStore.class);
    assertThat(one.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
    assertThat(one.getBean(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
    assertThat(one.getBean(DeadlineManager.class)).isInstanceOf(DbSchedulerDeadlineManager.class);
  }

  @Test
  void concurrentCommandsOnOneAggregateFromTwoNodesAllSucceedWithoutAHole() throws Exception {
    UUID id = UUID.randomUUID();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        String text = "w" + i;
        ConfigurableApplicationContext node = i % 2 == 0 ? one : two;
        writes.add(executor.submit(() -> TwoNodes.write(node, id, text, Map.of())));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    }

    assertThat(
            jdbc.sql("select sequence from event_log where aggregate_id = ? order by position")
                .param(id.toString())
                .query(Long.class)
                .list())
        .isEqualTo(LongStream.range(0, 32).boxed().toList());
  }

  @Test
  void positionsAreDenseInCommitOrderAndEveryReaderSeesEachOnce() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 64; i++) {
        ConfigurableApplicationContext node = i % 2 == 0 ? one : two;
        executor.submit(() -> TwoNodes.write(node, UUID.randomUUID(), "dense", Map.of()));
      }
    }

    List<Long> positions =
        jdbc.sql("select position from event_log order by position").query(Long.class).list();
    assertThat(positions).isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
    List<Long> dense =
        jdbc.sql(
                "select position from event_log"
                    + " where convert_from(payload, 'UTF8') like '%\"dense\"%' order by position")
            .query(Long.class)
            .list();
    assertThat(dense).hasSize(64);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                "select position from reading where text = 'dense' order by"
                                    + " position")
                            .query(Long.class)
                            .list())
                    .isEqualTo(dense));
  }

  @Test
  void aTakenPlaceInAStreamIsAConflictAndStoresNothing() {
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    PostgresEventStorageEngine engine = one.getBean(PostgresEventStorageEngine.class);
    engine.appendEvents(FreshLog.event(id, 0, "first"));

    assertThatThrownBy(
            () -> engine.appendEvents(FreshLog.event(other, 0, "x"), FreshLog.event(id, 0, "late")))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(engine.lastSequenceNumberFor(other.toString())).isEmpty();
  }

  @Test
  void anIdempotencyKeyCommitsWithItsEventsAndIsTakenOnce() {
    UUID id = UUID.randomUUID();
    Map<String, String> request =
        Map.of(
            MetadataKeys.IDEMPOTENCY_KEY,
            "key-" + id,
            MetadataKeys.REQUEST_HASH,
            "hash",
            MetadataKeys.TARGET,
            id.toString());
    TwoNodes.write(one, id, "once", request);

    assertThatThrownBy(() -> TwoNodes.write(two, id, "once", request))
        .isInstanceOf(CommandLedger.KeyTaken.class);
    assertThat(one.getBean(CommandLedger.class).find(TwoNodes.THANDI, "key-" + id))
        .hasValueSatisfying(
            outcome -> {
              assertThat(outcome.requestHash()).isEqualTo("hash");
              assertThat(outcome.aggregateId()).isEqualTo(id.toString());
              assertThat(outcome.version()).isEqualTo(1);
            });
    assertThat(one.getBean(CommandLedger.class).find(new TenantId("pieter"), "key-" + id))
        .isEmpty();
    assertThat(
            jdbc.sql("select convert_from(metadata, 'UTF8') from event_log where aggregate_id = ?")
                .param(id.toString())
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("correlationId", "causationId")
        .doesNotContain("key-", "requestHash");
  }

  @Test
  void aSuccessWithoutEventsWritesItsKeyAlone() {
    UUID id = UUID.randomUUID();
    nodes.write(id, "one");
    CommandLedger ledger = one.getBean(CommandLedger.class);

    var outcome = ledger.recordWithoutEvents(TwoNodes.THANDI, "noop-" + id, "hash", id.toString());

    assertThat(outcome.version()).isEqualTo(1);
    assertThat(ledger.recordWithoutEvents(TwoNodes.THANDI, "noop-" + id, "other", id.toString()))
        .isEqualTo(outcome);
  }

  @Test
  void theLeafHashCoversExactlyWhatIsStored() {
    UUID id = UUID.randomUUID();
    nodes.write(id, "hashed ü");

    List<Boolean> equal =
        jdbc.sql("select * from event_log")
            .query((row, n) -> Arrays.equals(row.getBytes("leaf_hash"), LeafHash.of(row)))
            .list();

    assertThat(equal).isNotEmpty().containsOnly(true);
  }
}
