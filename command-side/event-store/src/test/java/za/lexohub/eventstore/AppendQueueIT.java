package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.ledger.CommandLedger;

/** Appends that go to the server together, and what one of them does to the others: nothing. */
class AppendQueueIT {

  private static FreshLog log;

  @BeforeAll
  static void create() {
    log = FreshLog.create("append_queue");
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Test
  void whatWaitsGoesInOneTransactionAndAConflictHurtsOnlyItsOwn() throws Exception {
    UUID taken = UUID.randomUUID();
    UUID hole = UUID.randomUUID();
    log.engine.appendEvents(FreshLog.event(taken, 0, "first"));
    List<List<EventMessage<?>>> appends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID id = UUID.randomUUID();
      appends.add(List.of(FreshLog.event(id, 0, "group"), FreshLog.event(id, 1, "group")));
    }
    UUID partner = UUID.randomUUID();
    appends.set(7, List.of(FreshLog.event(partner, 0, "x"), FreshLog.event(taken, 0, "late")));
    appends.set(11, List.of(FreshLog.event(hole, 5, "after a hole")));

    List<CompletableFuture<Void>> answers = together(log, appends);

    for (int i = 0; i < answers.size(); i++) {
      CompletableFuture<Void> answer = answers.get(i);
      switch (i) {
        case 7 -> assertThatThrownBy(answer::join).hasCauseInstanceOf(ConcurrencyException.class);
        case 11 -> assertThatThrownBy(answer::join).hasCauseInstanceOf(EventStoreException.class);
        default -> answer.join();
      }
    }
    assertThat(log.engine.lastSequenceNumberFor(partner.toString())).isEmpty();
    assertThat(log.engine.lastSequenceNumberFor(hole.toString())).isEmpty();
    assertThat(
            log.application()
                .sql("select count(distinct xmin::text) from event_log where aggregate_id = any(?)")
                .param(
                    appends.stream().skip(1).map(AppendQueueIT::aggregateOf).toArray(String[]::new))
                .query(Integer.class)
                .single())
        .as("transactions for the appends that waited")
        .isEqualTo(1);
    assertDense();
  }

  @Test
  void anAppendThatPostgresRejectsFailsAlone() throws Exception {
    List<List<EventMessage<?>>> appends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      appends.add(List.of(FreshLog.event(UUID.randomUUID() + (i == 4 ? "\0" : ""), 0, "poison")));
    }

    List<CompletableFuture<Void>> answers = together(log, appends);

    for (int i = 0; i < answers.size(); i++) {
      CompletableFuture<Void> answer = answers.get(i);
      if (i == 4) {
        assertThatThrownBy(answer::join).hasCauseInstanceOf(EventStoreException.class);
      } else {
        answer.join();
      }
    }
    assertDense();
  }

  @Test
  void ofAHundredAppendsWithOneKeyOneWins() throws Exception {
    String key = "key-" + UUID.randomUUID();
    List<List<EventMessage<?>>> appends = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      UUID id = UUID.randomUUID();
      appends.add(List.of(FreshLog.event(id, 0, "once", FreshLog.key(key, "hash", id))));
    }

    List<CompletableFuture<Void>> answers = together(log, appends);

    assertThat(answers.stream().filter(AppendQueueIT::succeeded)).hasSize(1);
    assertThat(answers.stream().filter(answer -> !succeeded(answer)))
        .allSatisfy(
            answer ->
                assertThatThrownBy(answer::join).hasCauseInstanceOf(CommandLedger.KeyTaken.class));
    assertThat(
            log.application()
                .sql(
                    "select count(*) from event_log l join command_ledger c"
                        + " on c.position = l.position and c.aggregate_id = l.aggregate_id"
                        + " where c.idempotency_key = ? and c.version = 1")
                .param(key)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertDense();
  }

  @Test
  void ofManyAppendsToOnePlaceOneWinsAndTheOthersConflict() throws Exception {
    UUID id = UUID.randomUUID();
    List<List<EventMessage<?>>> appends = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      appends.add(List.of(FreshLog.event(id, 0, "place" + i)));
    }

    List<CompletableFuture<Void>> answers = together(log, appends);

    assertThat(answers.stream().filter(AppendQueueIT::succeeded)).hasSize(1);
    assertThat(answers.stream().filter(answer -> !succeeded(answer)))
        .allSatisfy(
            answer ->
                assertThatThrownBy(answer::join).hasCauseInstanceOf(ConcurrencyException.class));
  }

  @Test
  void aLostAnswerIsLookedUpAndTheAppendNotRepeated() {
    UUID id = UUID.randomUUID();
    AtomicInteger answersToLose = new AtomicInteger(1);
    try (FreshLog lossy =
        FreshLog.over(
            log.database,
            line -> new LosingDataSource(line, answersToLose),
            Duration.ofSeconds(10))) {
      lossy.engine.appendEvents(
          FreshLog.event(id, 0, "lost", FreshLog.key("lost-" + id, "hash", id)));
    }

    assertThat(answersToLose).hasValue(0);
    assertThat(
            log.application()
                .sql("select count(*) from event_log where aggregate_id = ?")
                .param(id.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertDense();
  }

  @Test
  void aLostAnswerOfAGroupIsLookedUpForEachOfIt() throws Exception {
    UUID leads = UUID.randomUUID();
    UUID taken = UUID.randomUUID();
    UUID follows = UUID.randomUUID();
    log.engine.appendEvents(FreshLog.event(taken, 0, "was first"));
    AtomicInteger calls = new AtomicInteger();
    try (FreshLog lossy =
        FreshLog.over(
            log.database,
            line -> new LosingDataSource(line, () -> calls.incrementAndGet() == 2),
            Duration.ofSeconds(10))) {
      List<CompletableFuture<Void>> answers =
          together(
              lossy,
              List.of(
                  List.of(FreshLog.event(leads, 0, "alone")),
                  List.of(FreshLog.event(taken, 0, "too late")),
                  List.of(FreshLog.event(follows, 0, "a"), FreshLog.event(follows, 1, "b"))));
      answers.get(0).join();
      answers.get(2).join();
      assertThatThrownBy(answers.get(1)::join).hasCauseInstanceOf(ConcurrencyException.class);
    }

    assertThat(calls).hasValue(3);
    assertThat(log.engine.lastSequenceNumberFor(leads.toString())).contains(0L);
    assertThat(log.engine.lastSequenceNumberFor(follows.toString())).contains(1L);
    assertThat(log.engine.lastSequenceNumberFor(taken.toString())).contains(0L);
    assertDense();
  }

  @Test
  void whoWaitsTooLongForTheLockIsToldThatItMayPass() throws Exception {
    UUID id = UUID.randomUUID();
    try (FreshLog impatient = FreshLog.over(log.database, line -> line, Duration.ofMillis(200));
        Connection holder = holdingTheLock()) {
      // The leader's call times out on the server; who queues behind it is answered as well.
      List<CompletableFuture<Void>> answers =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      FreshLog.async(
                          () -> impatient.engine.appendEvents(FreshLog.event(id, i, "late"))))
              .toList();
      assertThat(answers)
          .allSatisfy(
              answer ->
                  assertThatThrownBy(answer::join)
                      .hasCauseInstanceOf(EventStoreException.class)
                      .rootCause()
                      .satisfies(
                          cause ->
                              assertThat(Sql.mayPass((SQLException) cause))
                                  .as(cause.toString())
                                  .isTrue()));
      assertThat(holder.isValid(1)).isTrue();
    }
    log.engine.appendEvents(FreshLog.event(id, 0, "now"));
    assertDense();
  }

  @Test
  void anInterruptedCallerWithdrawsAndHurtsNobody() throws Exception {
    UUID leads = UUID.randomUUID();
    UUID gone = UUID.randomUUID();
    Thread caller;
    CompletableFuture<Void> leader;
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    try (Connection holder = holdingTheLock()) {
      leader = FreshLog.async(() -> log.engine.appendEvents(FreshLog.event(leads, 0, "leads")));
      await().until(() -> waitsForTheLock() == 1);
      caller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      log.engine.appendEvents(FreshLog.event(gone, 0, "gone"));
                    } catch (EventStoreException withdrawn) {
                      stillInterrupted.complete(Thread.currentThread().isInterrupted());
                    }
                  });
      await().until(() -> log.queue.waiting() == 1);
      caller.interrupt();
      assertThat(stillInterrupted.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(holder.isValid(1)).isTrue();
    }
    leader.join();
    assertThat(log.engine.lastSequenceNumberFor(gone.toString())).isEmpty();
    assertDense();
  }

  @Test
  void whatWasTakenIsWrittenBeforeTheQueueCloses() throws Exception {
    FreshLog closing = FreshLog.on(log.database);
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    CompletableFuture<Void> leader;
    CompletableFuture<Void> follower;
    final Thread closer;
    try (Connection holder = holdingTheLock()) {
      leader = FreshLog.async(() -> closing.engine.appendEvents(FreshLog.event(first, 0, "a")));
      await().until(() -> waitsForTheLock() == 1);
      follower = FreshLog.async(() -> closing.engine.appendEvents(FreshLog.event(second, 0, "b")));
      await().until(() -> closing.queue.waiting() == 1);
      closer = Thread.ofPlatform().start(closing::close);
      // It waits for what was taken.
      await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);
      assertThat(holder.isValid(1)).isTrue();
    }
    leader.join();
    follower.join();
    closer.join();
    assertThatThrownBy(() -> closing.engine.appendEvents(FreshLog.event(first, 1, "late")))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("cannot append");
  }

  /** The first one leads and waits for the lock; the others queue up behind it, then all go. */
  private static List<CompletableFuture<Void>> together(
      FreshLog log, List<List<EventMessage<?>>> appends) throws Exception {
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    try (Connection holder = holdingTheLock()) {
      for (int i = 0; i < appends.size(); i++) {
        List<EventMessage<?>> append = appends.get(i);
        answers.add(FreshLog.async(() -> log.engine.appendEvents(append)));
        if (i == 0) {
          await().until(() -> waitsForTheLock() == 1);
        }
      }
      await().until(() -> log.queue.waiting() == appends.size() - 1);
      assertThat(holder.isValid(1)).isTrue();
    }
    answers.forEach(answer -> answer.handle((done, failure) -> "answered").join());
    return answers;
  }

  private static boolean succeeded(CompletableFuture<Void> answer) {
    return !answer.isCompletedExceptionally();
  }

  private static Connection holdingTheLock() throws SQLException {
    Connection connection = log.owned();
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(7220001)");
    }
    return connection;
  }

  private static int waitsForTheLock() {
    return log.application()
        .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        .query(Integer.class)
        .single();
  }

  private static void assertDense() {
    List<Long> positions = log.positions();
    assertThat(positions).isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
  }

  private static String aggregateOf(List<EventMessage<?>> append) {
    return ((DomainEventMessage<?>) append.getFirst()).getAggregateIdentifier();
  }
}
