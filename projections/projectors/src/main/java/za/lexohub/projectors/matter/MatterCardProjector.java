package za.lexohub.projectors.matter;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Writes a new matter's card, and takes a card away when the matter changes. */
@ProcessingGroup(ReadModelGroups.MATTER_CARDS)
public final class MatterCardProjector {

  private final MatterCards cards;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public MatterCardProjector(MatterCards cards, OpenedText opened, PublishedPositions positions) {
    this.cards = cards;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(MatterOpened event, Stamp stamp, DomainEventMessage<?> message) {
    cards.put(stamp, OpenedMatter.view(event, stamp, opened), position(message));
  }

  private static long position(DomainEventMessage<?> message) {
    return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
        ? tracked.trackingToken().position().orElse(AppliedPositions.NOTHING)
        : AppliedPositions.NOTHING;
  }

  @EventHandler
  void on(MatterPutOnHold event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterResumed event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterSettled event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterClosed event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterArchived event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterUnarchived event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(Forgetting event) {
    event.data().matterIds().forEach(cards::forget);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.MATTER_CARDS);
    cards.empty();
  }
}
