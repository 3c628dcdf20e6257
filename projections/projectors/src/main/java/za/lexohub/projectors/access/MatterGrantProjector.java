package za.lexohub.projectors.access;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterEvents.MatterAccessGranted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessRevoked;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.readmodels.access.MatterGrantRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/**
 * Keeps which attorney may see which matter. Holds no personal data, so it has nothing to forget.
 */
@ProcessingGroup(ReadModelGroups.MATTER_GRANTS)
public final class MatterGrantProjector {

  private final MatterGrantRows grants;
  private final PublishedPositions positions;

  public MatterGrantProjector(MatterGrantRows grants, PublishedPositions positions) {
    this.grants = grants;
    this.positions = positions;
  }

  @EventHandler
  void on(MatterRequested event, Stamp stamp) {
    grants.granted(stamp, event.requestedBy(), AccessLevel.OF_REQUESTER.name());
  }

  @EventHandler
  void on(MatterAccessGranted event, Stamp stamp) {
    grants.granted(stamp, event.attorneyId(), event.level().name());
  }

  @EventHandler
  void on(MatterAccessRevoked event, Stamp stamp) {
    grants.revoked(stamp, event.attorneyId());
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.MATTER_GRANTS);
    grants.empty();
  }
}
