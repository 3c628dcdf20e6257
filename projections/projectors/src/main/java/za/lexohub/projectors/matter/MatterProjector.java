package za.lexohub.projectors.matter;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the list of matters. */
@ProcessingGroup(ReadModelGroups.MATTERS)
public final class MatterProjector {

  private final MatterRows matters;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public MatterProjector(MatterRows matters, OpenedText opened, PublishedPositions positions) {
    this.matters = matters;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(MatterOpened event, Stamp stamp) {
    matters.opened(stamp, OpenedMatter.view(event, stamp, opened));
  }

  @EventHandler
  void on(MatterPutOnHold event, Stamp stamp) {
    matters.putOnHold(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(MatterResumed event, Stamp stamp) {
    matters.resumed(stamp);
  }

  @EventHandler
  void on(MatterSettled event, Stamp stamp) {
    matters.settled(stamp, event.settledOn());
  }

  @EventHandler
  void on(MatterClosed event, Stamp stamp) {
    matters.closed(stamp, event.closedOn());
  }

  @EventHandler
  void on(MatterArchived event, Stamp stamp) {
    matters.archived(stamp, true);
  }

  @EventHandler
  void on(MatterUnarchived event, Stamp stamp) {
    matters.archived(stamp, false);
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    event.data().matterIds().forEach(id -> matters.forget(stamp.tenant(), id, Forgetful.of(event)));
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.MATTERS);
    matters.empty();
  }
}
