package za.lexohub.projectors.matter;

import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.projectors.card.CardFeed;
import za.lexohub.projectors.stamp.Positions;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Writes a matter's card whenever anything has happened to the matter. */
@ProcessingGroup(ReadModelGroups.MATTER_CARDS)
public final class MatterCardProjector {

  private final MatterCards cards;
  private final AppliedPositions applied;
  private final PublishedPositions positions;
  private final CardFeed<MatterView> feed;

  public MatterCardProjector(
      MatterCards cards,
      MatterViews views,
      AppliedPositions applied,
      PublishedPositions positions,
      Clock clock) {
    this.cards = cards;
    this.applied = applied;
    this.positions = positions;
    this.feed = new CardFeed<>(cards, views::find, MatterView::version, clock);
  }

  /** A replay begins without cards, and whoever fills one meanwhile has all of this from SQL. */
  @EventHandler
  void on(MatterEvents event, Stamp stamp, DomainEventMessage<?> message, ReplayStatus status) {
    if (!status.isReplay()) {
      feed.changed(stamp, Positions.of(message));
    }
  }

  @EventHandler
  void on(Forgetting event, DomainEventMessage<?> message) {
    long position = Positions.of(message);
    feed.forget(
        event.data().matterIds(),
        () -> applied.appliedThrough(ReadModelGroups.MATTERS) >= position);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.MATTER_CARDS);
    cards.empty();
  }
}
