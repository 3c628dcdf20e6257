package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.ledger.CommandLedger;

/** Ours, and what it does beyond Axon's own. */
class PostgresEngineIT extends EngineContract {

  private static FreshLog log;

  @BeforeAll
  static void create() {
    log = FreshLog.create("engine_contract");
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Override
  EventStorageEngine engine() {
    return log.engine;
  }

  @Test
  void aConflictLeavesNoHoleAndATokenIsOneNumber() {
    UUID id = UUID.randomUUID();
    engine().appendEvents(FreshLog.event(id, 0, "first"));
    assertThatThrownBy(() -> engine().appendEvents(FreshLog.event(id, 0, "late")))
        .isInstanceOf(ConcurrencyException.class);
    engine().appendEvents(FreshLog.event(id, 1, "second"));

    assertThat(all())
        .extracting(event -> event.trackingToken())
        .isEqualTo(
            LongStream.rangeClosed(1, all().size())
                .mapToObj(GlobalSequenceTrackingToken::new)
                .toList());
  }

  @Test
  void anIdempotencyKeyIsTakenOnce() {
    UUID id = UUID.randomUUID();
    Map<String, String> key = FreshLog.key("contract-" + id, "hash", id);
    engine().appendEvents(FreshLog.event(id, 0, "once", key));
    assertThatThrownBy(() -> engine().appendEvents(FreshLog.event(id, 1, "twice", key)))
        .isInstanceOf(CommandLedger.KeyTaken.class);
  }

  @Test
  void aSequenceWithAHoleIsRefused() {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(() -> engine().appendEvents(FreshLog.event(id, 1, "no zero")))
        .hasMessageContaining("event_log_sequence_gap");
  }
}
