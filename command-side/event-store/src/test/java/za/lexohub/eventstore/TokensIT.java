package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A token is one plain number, and what Axon asks of one holds. */
class TokensIT {

  @Test
  void oneTokenCoversAnotherExactlyWhenItIsNotBehind() {
    TrackingToken three = new GlobalSequenceTrackingToken(3);
    TrackingToken five = new GlobalSequenceTrackingToken(5);

    assertThat(five.covers(three)).isTrue();
    assertThat(five.covers(five)).isTrue();
    assertThat(three.covers(five)).isFalse();
    assertThat(five.lowerBound(three)).isEqualTo(three);
    assertThat(three.upperBound(five)).isEqualTo(five);
  }

  @Test
  void aReplayEndsWhereTheResetWas() {
    TrackingToken replay =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(2), new GlobalSequenceTrackingToken(0));
    for (int position = 1; position <= 3; position++) {
      replay = replay instanceof ReplayToken token ? advanced(token, position) : replay;
      assertThat(ReplayToken.isReplay(replay)).as("at " + position).isEqualTo(position <= 2);
    }
    assertThat(replay).isEqualTo(new GlobalSequenceTrackingToken(3));
  }

  private static TrackingToken advanced(ReplayToken token, long position) {
    return token.advancedTo(new GlobalSequenceTrackingToken(position));
  }

  @Test
  void headTailAndTheMomentBetweenAreTokens() {
    try (FreshLog log = FreshLog.create("tokens")) {
      assertThat(log.engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
      assertThat(log.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
      assertThat(log.engine.createTokenAt(Instant.now()))
          .isEqualTo(new GlobalSequenceTrackingToken(0));

      log.engine.appendEvents(FreshLog.events(UUID.randomUUID(), 2));
      log.engine.appendEvents(FreshLog.events(UUID.randomUUID(), 3));

      Instant second =
          log.application()
              .sql("select recorded_at from event_log where position = 3")
              .query((row, n) -> row.getTimestamp(1).toInstant())
              .single();
      assertThat(log.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(5));
      assertThat(log.engine.createTokenAt(second)).isEqualTo(new GlobalSequenceTrackingToken(2));
      assertThat(log.engine.createTokenAt(Instant.EPOCH))
          .isEqualTo(new GlobalSequenceTrackingToken(0));
      assertThat(log.engine.createTokenAt(second.plusSeconds(60)))
          .isEqualTo(new GlobalSequenceTrackingToken(5));
    }
  }

  @Test
  void tokensAndHashesHoldInADatabaseThatTheLogWasRestoredInto() throws Exception {
    UUID id = UUID.randomUUID();
    try (FreshLog before = FreshLog.create("dumped");
        FreshLog after = FreshLog.create("restored")) {
      before.engine.appendEvents(FreshLog.events(id, 7));
      before.engine.appendEvents(FreshLog.event(id, 7, "keyed", FreshLog.key("k", "h", id)));
      TrackingToken token = new GlobalSequenceTrackingToken(5);

      for (String table : List.of("event_log", "command_ledger", "token_entry")) {
        copy(before, after, table);
      }

      assertThat(after.engine.readEvents(token, false))
          .extracting(event -> event.trackingToken().position().orElseThrow())
          .containsExactly(6L, 7L, 8L);
      after.engine.appendEvents(FreshLog.event(id, 8, "goes on"));
      assertThat(after.positions()).isEqualTo(LongStream.rangeClosed(1, 9).boxed().toList());
      assertThat(
              after
                  .application()
                  .sql("select * from event_log")
                  .query((row, n) -> Arrays.equals(row.getBytes("leaf_hash"), LeafHash.of(row)))
                  .list())
          .hasSize(9)
          .containsOnly(true);
      assertThat(
              after
                  .application()
                  .sql("select position from command_ledger where idempotency_key = 'k'")
                  .query(Long.class)
                  .single())
          .isEqualTo(8);
    }
  }

  /** What pg_dump writes for a table and pg_restore reads. */
  private static void copy(FreshLog from, FreshLog to, String table) throws Exception {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    try (Connection source = from.owned();
        Connection target = to.owned()) {
      source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", dump);
      target
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(dump.toByteArray()));
    }
  }
}
