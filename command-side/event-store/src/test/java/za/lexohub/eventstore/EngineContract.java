package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/**
 * What Axon asks of any engine. Ours and Axon's own on JDBC both have to keep it; where they part,
 * the two subclasses say.
 */
abstract class EngineContract {

  abstract EventStorageEngine engine();

  @Test
  void aStreamIsReadInOrderFromWhereItIsAskedFor() {
    UUID id = UUID.randomUUID();
    engine().appendEvents(FreshLog.events(id, 3));
    engine().appendEvents(FreshLog.event(id, 3, "e3"));

    assertThat(engine().readEvents(id.toString(), 0).asStream())
        .extracting(event -> event.getSequenceNumber())
        .containsExactly(0L, 1L, 2L, 3L);
    assertThat(engine().readEvents(id.toString(), 2).asStream())
        .<Object>extracting(event -> event.getPayload())
        .containsExactly(
            FreshLog.event(id, 2, "e2").getPayload(), FreshLog.event(id, 3, "e3").getPayload());
    assertThat(engine().lastSequenceNumberFor(id.toString())).hasValue(3L);
    assertThat(engine().lastSequenceNumberFor("nobody")).isEmpty();
  }

  @Test
  void nothingIsAppendedWithoutEvents() {
    int before = all().size();
    engine().appendEvents(List.<EventMessage<?>>of());
    assertThat(all()).hasSize(before);
  }

  @Test
  void aTakenPlaceIsAConflictAndNothingOfTheAppendIsStored() {
    UUID id = UUID.randomUUID();
    UUID partner = UUID.randomUUID();
    engine().appendEvents(FreshLog.event(id, 0, "first"));
    engine().appendEvents(FreshLog.event(id, 1, "second"));

    assertThatThrownBy(
            () ->
                engine()
                    .appendEvents(
                        FreshLog.event(partner, 0, "with it"), FreshLog.event(id, 1, "late")))
        .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);
    assertThat(engine().lastSequenceNumberFor(partner.toString())).isEmpty();
    assertThat(engine().readEvents(id.toString(), 0).asStream()).hasSize(2);
  }

  @Test
  void aReaderThatGoesOnFromItsTokenSeesEachEventOnce() {
    UUID id = UUID.randomUUID();
    int before = all().size();
    engine().appendEvents(FreshLog.events(id, 4));
    List<? extends TrackedEventMessage<?>> all = all();
    assertThat(all).hasSize(before + 4);

    var third = all.get(before + 2).trackingToken();
    assertThat(engine().readEvents(third, false).map(EventMessage::getIdentifier))
        .containsExactly(all.get(before + 3).getIdentifier());
    assertThat(engine().readEvents(engine().createHeadToken(), false)).isEmpty();
  }

  List<? extends TrackedEventMessage<?>> all() {
    return engine().readEvents(engine().createTailToken(), false).toList();
  }
}
