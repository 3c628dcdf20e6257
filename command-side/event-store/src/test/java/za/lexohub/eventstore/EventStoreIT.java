package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;

/** Two nodes on one database. */
class EventStoreIT {

  private static final TenantId THANDI = new TenantId("thandi");

  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext two;
  private static JdbcClient jdbc;
  private static JdbcClient owner;
  private static Database ownedBy;

  private static Connection owned() throws SQLException {
    return DriverManager.getConnection(ownedBy.url(), ownedBy.owner(), ownedBy.password());
  }

  private static Serializer serializer() {
    return one.getBean("eventSerializer", Serializer.class);
  }

  @BeforeAll
  static void start() {
    Database database = TestParts.postgres().createDatabase("event_store");
    Map<String, String> properties = new HashMap<>(database.properties());
    one = StoreApplication.start(properties);
    two = StoreApplication.start(properties);
    jdbc = one.getBean(JdbcClient.class);
    ownedBy = database;
    owner =
        JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.owner(), database.password()));
    // No key: an event that is read twice shows.
    owner
        .sql(
            "create table reading (position bigint not null, text text not null);"
                + " grant select, insert on reading to lexohub_app")
        .update();
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  private static void write(ConfigurableApplicationContext node, UUID id, String text) {
    write(node, id, text, Map.of());
  }

  private static void write(
      ConfigurableApplicationContext node, UUID id, String text, Map<String, ?> metadata) {
    node.getBean(CommandGateway.class)
        .sendAndWait(
            new GenericCommandMessage<>(new Ledger.Write(id, text))
                .andMetaData(Map.of(MetadataKeys.TENANT, THANDI.value()))
                .andMetaData(metadata));
  }

  private static GenericDomainEventMessage<?> event(UUID id, long sequence, String text) {
    return new GenericDomainEventMessage<>(
        "Ledger",
        id.toString(),
        sequence,
        Ledger.written(id, text),
        Map.of(MetadataKeys.TENANT, THANDI.value()));
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
        writes.add(executor.submit(() -> write(node, id, text)));
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
        executor.submit(() -> write(node, UUID.randomUUID(), "dense"));
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
  void aReaderOfAPlainSequenceLosesAnEventAndOursDoesNot() throws Exception {
    owner.sql("create table naive (position bigserial, text text)").update();
    long naiveToken;
    try (Connection slow = owned();
        Connection fast = owned()) {
      slow.setAutoCommit(false);
      // The slow transaction takes position 1 and is still open when the fast one commits 2.
      slow.createStatement().execute("insert into naive (text) values ('slow')");
      fast.createStatement().execute("insert into naive (text) values ('fast')");
      naiveToken = owner.sql("select max(position) from naive").query(Long.class).single();
      slow.commit();
    }
    assertThat(
            owner
                .sql("select text from naive where position > ?")
                .param(naiveToken)
                .query(String.class)
                .list())
        .as("what the naive reader still gets to see")
        .doesNotContain("slow");

    UUID slowId = UUID.randomUUID();
    UUID fastId = UUID.randomUUID();
    CompletableFuture<Void> fastAppend;
    try (Connection slow = owned()) {
      slow.setAutoCommit(false);
      new Append(List.of(event(slowId, 0, "slow-" + slowId)), serializer()).execute(slow);
      fastAppend =
          CompletableFuture.runAsync(
              () ->
                  two.getBean(PostgresEventStorageEngine.class)
                      .appendEvents(event(fastId, 0, "fast-" + fastId)));
      // It waits for its turn: no reader can see it before the slow one.
      assertThatThrownBy(() -> fastAppend.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      slow.commit();
    }
    fastAppend.get(10, TimeUnit.SECONDS);
    await().until(() -> texts().contains("fast-" + fastId));
    assertThat(texts()).containsSubsequence("slow-" + slowId, "fast-" + fastId);
  }

  @Test
  void aLostAnswerIsLookedUpAndTheAppendNotRepeated() {
    UUID id = UUID.randomUUID();
    GenericDomainEventMessage<?> message = event(id, 0, "lost-" + id);
    AtomicInteger answersToLose = new AtomicInteger(1);
    PostgresEventStorageEngine engine =
        new PostgresEventStorageEngine(
            new LosingDataSource(
                one.getBean("eventLogDataSource", DataSource.class), answersToLose),
            serializer(),
            NoOpEventUpcaster.INSTANCE);

    engine.appendEvents(message);

    assertThat(answersToLose).hasValue(0);
    assertThat(
            jdbc.sql("select count(*) from event_log where event_id = ?")
                .param(UUID.fromString(message.getIdentifier()))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aTakenPlaceInAStreamIsAConflictAndStoresNothing() {
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    PostgresEventStorageEngine engine = one.getBean(PostgresEventStorageEngine.class);
    engine.appendEvents(event(id, 0, "first"));

    assertThatThrownBy(() -> engine.appendEvents(event(other, 0, "x"), event(id, 0, "late")))
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
    write(one, id, "once", request);

    assertThatThrownBy(() -> write(two, id, "once", request))
        .isInstanceOf(CommandLedger.KeyTaken.class);
    assertThat(one.getBean(CommandLedger.class).find(THANDI, "key-" + id))
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
    write(one, id, "one");
    CommandLedger ledger = one.getBean(CommandLedger.class);

    var outcome = ledger.recordWithoutEvents(THANDI, "noop-" + id, "hash", id.toString());

    assertThat(outcome.version()).isEqualTo(1);
    assertThat(ledger.recordWithoutEvents(THANDI, "noop-" + id, "other", id.toString()))
        .isEqualTo(outcome);
  }

  @Test
  void theLeafHashCoversExactlyWhatIsStored() {
    UUID id = UUID.randomUUID();
    write(one, id, "hashed ü");

    List<Boolean> equal =
        jdbc.sql("select * from event_log")
            .query((row, n) -> Arrays.equals(row.getBytes("leaf_hash"), LeafHash.of(row)))
            .list();

    assertThat(equal).isNotEmpty().containsOnly(true);
  }

  @Test
  void theApplicationCanNeitherChangeNorDeleteNorBypassTheFunction() {
    for (String sql :
        List.of(
            "update event_log set tenant_id = 'x'",
            "delete from event_log",
            "truncate event_log",
            "insert into event_log select * from event_log limit 1",
            "delete from command_ledger")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .isInstanceOf(DataAccessException.class)
          .hasRootCauseMessage(
              "ERROR: permission denied for table "
                  + (sql.contains("ledger") ? "command_ledger" : "event_log"));
    }
  }

  @Test
  void aPoisonEventParksItsOwnSequenceAndTheOthersGoOn() {
    UUID sick = UUID.randomUUID();
    UUID sound = UUID.randomUUID();
    String poison = "poison-" + sick;
    one.getBean(Readings.class).poison.add(poison);
    two.getBean(Readings.class).poison.add(poison);

    write(one, sick, poison);
    write(one, sick, "after-" + sick);
    write(one, sound, "sound-" + sound);

    await().until(() -> texts().contains("sound-" + sound));
    await().until(() -> parked(sick) == 2);
    assertThat(texts()).doesNotContain("after-" + sick);
  }

  @Test
  void aRejectedStatementParksItsSequenceToo() {
    UUID id = UUID.randomUUID();
    String text = "sql-" + id;
    one.getBean(Readings.class).badSql.add(text);
    two.getBean(Readings.class).badSql.add(text);

    write(one, id, text);

    await().until(() -> parked(id) == 1);
  }

  @Test
  void anOutageParksNothingAndIsTriedAgain() {
    UUID id = UUID.randomUUID();
    one.getBean(Readings.class).outages.set(2);
    two.getBean(Readings.class).outages.set(2);

    write(one, id, "patient-" + id);

    await().atMost(java.time.Duration.ofSeconds(60)).until(() -> texts().contains("patient-" + id));
    assertThat(parked(id)).isZero();
  }

  private static List<String> texts() {
    return jdbc.sql("select text from reading").query(String.class).list();
  }

  private static int parked(UUID id) {
    return jdbc.sql("select count(*) from dead_letter_entry where aggregate_identifier = ?")
        .param(id.toString())
        .query(Integer.class)
        .single();
  }
}
