package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;

/**
 * Scripted schedules of writers and a reader: a transaction that has its positions and is not
 * committed yet, while another one wants to commit and the reader looks.
 */
class OrderIT {

  private FreshLog log;
  private FreshLog other;
  private long token;
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void create() {
    log = FreshLog.create("order_of_events");
    other = FreshLog.on(log.database);
  }

  @AfterEach
  void close() {
    other.close();
    log.close();
  }

  @Test
  void aReaderOfAPlainSequenceLosesAnEvent() throws Exception {
    JdbcClient owner = log.owner();
    owner.sql("create table naive (position bigserial, text text)").update();
    long naive;
    try (Connection slow = log.owned();
        Connection fast = log.owned()) {
      slow.setAutoCommit(false);
      // The slow transaction takes position 1 and is still open when the fast one commits 2.
      slow.createStatement().execute("insert into naive (text) values ('slow')");
      fast.createStatement().execute("insert into naive (text) values ('fast')");
      naive = owner.sql("select max(position) from naive").query(Long.class).single();
      slow.commit();
    }
    assertThat(
            owner
                .sql("select text from naive where position > ?")
                .param(naive)
                .query(String.class)
                .list())
        .as("what the naive reader still gets to see")
        .doesNotContain("slow");
  }

  @Test
  void oursLosesNothingWhenTheFirstCommitsLast() throws Exception {
    CompletableFuture<Void> fast;
    try (Connection slow = log.owned()) {
      slow.setAutoCommit(false);
      takesPositions(slow, "slow");
      fast = appendsElsewhere("fast");
      poll();
      assertThat(seen).as("while the slow one is open").isEmpty();
      assertThat(fast).isNotDone();
      slow.commit();
    }
    fast.join();
    poll();
    assertThat(seen).containsExactly("slow", "fast");
    assertThat(log.positions()).containsExactly(1L, 2L);
  }

  @Test
  void oursLeavesNoHoleWhenTheFirstRollsBack() throws Exception {
    CompletableFuture<Void> fast;
    try (Connection slow = log.owned()) {
      slow.setAutoCommit(false);
      takesPositions(slow, "slow");
      fast = appendsElsewhere("fast");
      poll();
      slow.rollback();
    }
    fast.join();
    poll();
    assertThat(seen).containsExactly("fast");
    assertThat(log.positions()).containsExactly(1L);
  }

  @Test
  void oursLosesNothingWhenTheFirstDiesWithItsLine() throws Exception {
    CompletableFuture<Void> fast;
    Connection slow = log.owned();
    slow.setAutoCommit(false);
    takesPositions(slow, "slow");
    fast = appendsElsewhere("fast");
    poll();
    slow.abort(Runnable::run);
    fast.join();
    poll();
    assertThat(seen).containsExactly("fast");
    assertThat(log.positions()).containsExactly(1L);
  }

  @Test
  void aLongWritingTransactionElsewhereHoldsNobodyBack() throws Exception {
    log.owner().sql("create table elsewhere (n integer)").update();
    try (Connection idle = log.owned()) {
      idle.setAutoCommit(false);
      // It has an old transaction id all the time: readers that wait for xmin would stand still.
      idle.createStatement().execute("insert into elsewhere values (1)");
      for (int i = 0; i < 5; i++) {
        appendsElsewhere("e" + i).join();
        poll();
      }
      assertThat(seen).containsExactly("e0", "e1", "e2", "e3", "e4");
      idle.commit();
    }
    poll();
    assertThat(seen).hasSize(5);
  }

  @Test
  void transactionIdsThatRunBackwardsAlongThePositionsDoNoHarm() throws Exception {
    try (Connection early = log.owned()) {
      early.setAutoCommit(false);
      // Its id is given out first, its positions last.
      early.createStatement().executeQuery("select pg_current_xact_id()").close();
      appendsElsewhere("younger id").join();
      poll();
      takesPositions(early, "older id");
      poll();
      early.commit();
    }
    poll();
    assertThat(seen).containsExactly("younger id", "older id");
    assertThat(
            log.application()
                .sql("select xmin::text::bigint from event_log order by position")
                .query(Long.class)
                .list())
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void whatANodeOfTheFormerReleaseAppendsStandsInTheSameOrder() {
    appendsElsewhere("new").join();
    log.application()
        .sql(
            "select append_events(array[gen_random_uuid()], '{Ledger}', '{old}', '{0}',"
                + " '{MatterPutOnHold}', '{1}', '{thandi}', array[now()], array['{}'::bytea],"
                + " array['{}'::bytea], 'thandi', null, null, null)")
        .query(Long.class)
        .single();
    appendsElsewhere("new too").join();

    assertThat(
            log.application()
                .sql("select position from event_log where aggregate_id = 'old'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(log.positions()).containsExactly(1L, 2L, 3L);
  }

  private static void takesPositions(Connection slow, String text) throws SQLException {
    var append =
        new Append(List.of(FreshLog.event(UUID.randomUUID(), 0, text)), FreshLog.SERIALIZER);
    assertThat(new GroupCall(List.of(append)).execute(slow, false)).containsOnlyNulls();
  }

  private CompletableFuture<Void> appendsElsewhere(String text) {
    CompletableFuture<Void> append =
        FreshLog.async(() -> other.engine.appendEvents(FreshLog.event(UUID.randomUUID(), 0, text)));
    await().until(() -> append.isDone() || waitsForTheLock() == 1);
    return append;
  }

  private int waitsForTheLock() {
    return log.application()
        .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        .query(Integer.class)
        .single();
  }

  private void poll() {
    log.engine
        .readEvents(new GlobalSequenceTrackingToken(token), false)
        .forEach(
            event -> {
              seen.add(((MatterPutOnHold) event.getPayload()).reason().ciphertext());
              token = event.trackingToken().position().orElseThrow();
            });
  }
}
