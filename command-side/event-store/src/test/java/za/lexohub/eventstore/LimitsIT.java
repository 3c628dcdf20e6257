package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;

/** Nothing, much and too much at once. */
class LimitsIT {

  private static FreshLog log;

  @BeforeAll
  static void create() {
    log = FreshLog.create("limits");
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Test
  void anAppendWithoutEventsDoesNothing() {
    long head = head();
    log.engine.appendEvents(List.<EventMessage<?>>of());
    assertThat(head()).isEqualTo(head);
  }

  @Test
  void tenThousandEventsOfOneUnitOfWorkAreOneAppend() {
    UUID id = UUID.randomUUID();
    long head = head();

    log.engine.appendEvents(FreshLog.events(id, 10_000));

    assertThat(head()).isEqualTo(head + 10_000);
    assertThat(log.engine.lastSequenceNumberFor(id.toString())).hasValue(9_999L);
    assertThat(
            log.application()
                .sql("select count(distinct xmin::text) from event_log where aggregate_id = ?")
                .param(id.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    // The log goes on as if nothing had been.
    log.engine.appendEvents(FreshLog.event(id, 10_000, "next"));
  }

  @Test
  void anEventOfAMegabyteIsReadAsItWasWritten() {
    UUID id = UUID.randomUUID();
    String text = "ü".repeat(512 << 10);

    log.engine.appendEvents(FreshLog.event(id, 0, text));

    assertThat(log.engine.readEvents(id.toString(), 0).next().getPayload())
        .isEqualTo(FreshLog.event(id, 0, text).getPayload());
  }

  @Test
  void anEventThatIsTooLargeIsRefusedBeforeAnythingIsSent() {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                log.engine.appendEvents(
                    FreshLog.event(id, 0, "small"), FreshLog.event(id, 1, "x".repeat(5 << 20))))
        .isInstanceOf(AppendTooLarge.class)
        .hasMessageContaining("MatterPutOnHold of Ledger " + id)
        .hasMessageContaining("more than the 4194304 the log takes");
    assertThat(log.engine.lastSequenceNumberFor(id.toString())).isEmpty();
  }

  @Test
  void aUnitOfWorkThatIsTooLargeIsRefusedToo() {
    UUID id = UUID.randomUUID();
    List<GenericDomainEventMessage<?>> large = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      large.add(FreshLog.event(id, i, "x".repeat(3 << 20)));
    }
    assertThatThrownBy(() -> log.engine.appendEvents(large))
        .isInstanceOf(AppendTooLarge.class)
        .hasMessageContaining("16777216 bytes");
    assertThatThrownBy(() -> log.engine.appendEvents(FreshLog.events(id, 20_001)))
        .isInstanceOf(AppendTooLarge.class)
        .hasMessageContaining("20001 events");
    assertThat(log.engine.lastSequenceNumberFor(id.toString())).isEmpty();
  }

  /** With {@code -Dlexohub.long-stream=100000} as long as it gets. */
  @Test
  void aLongStreamIsReadInPagesWithoutAHole() {
    int length = Integer.getInteger("lexohub.long-stream", 5_000);
    UUID id = UUID.randomUUID();
    for (int from = 0; from < length; from += 1_000) {
      List<GenericDomainEventMessage<?>> page = new ArrayList<>();
      for (int i = from; i < Math.min(length, from + 1_000); i++) {
        page.add(FreshLog.event(id, i, "e" + i));
      }
      log.engine.appendEvents(page);
    }

    AtomicLong next = new AtomicLong();
    log.engine
        .readEvents(id.toString(), 0)
        .forEachRemaining(
            event -> {
              assertThat(event.getSequenceNumber()).isEqualTo(next.getAndIncrement());
              assertThat(((MatterPutOnHold) event.getPayload()).reason().ciphertext())
                  .isEqualTo("e" + event.getSequenceNumber());
            });
    assertThat(next).hasValue(length);

    AtomicLong position = new AtomicLong();
    log.engine
        .readEvents(new GlobalSequenceTrackingToken(0), false)
        .forEach(
            event ->
                assertThat(event.trackingToken().position().orElseThrow())
                    .isEqualTo(position.incrementAndGet()));
    assertThat(position).hasValue(head());
  }

  private static long head() {
    return log.engine.createHeadToken().position().orElseThrow();
  }
}
