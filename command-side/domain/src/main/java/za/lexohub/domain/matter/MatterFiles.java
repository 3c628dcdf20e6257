package za.lexohub.domain.matter;

import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;

/** Opens the files of matters for those who write documents on them. */
public interface MatterFiles {

  /**
   * Locks the matter for this unit of work. To be taken after every other aggregate.
   *
   * @throws za.lexohub.messages.NotFound when there is none, or it is another tenant's
   */
  MatterFile of(MatterId matterId, TenantId tenant);
}
