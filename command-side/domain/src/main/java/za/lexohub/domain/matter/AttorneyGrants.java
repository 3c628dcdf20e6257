package za.lexohub.domain.matter;

import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterId;

/** Lets attorneys decide on what lies in a matter they were let into, as the log has it now. */
@Component
public class AttorneyGrants {
  private final Repository<Matter> matters;

  AttorneyGrants(Repository<Matter> matters) {
    this.matters = matters;
  }

  /**
   * Locks the matter for this unit of work: after every other aggregate but the personal file.
   *
   * @throws NotFound without that level, as if there were no such matter
   */
  public void require(MatterId matterId, TenantId tenant, String attorneyId, AccessLevel level) {
    boolean allowed =
        Admission.load(matters, Matter.class, matterId, tenant)
            .invoke(it -> it.allows(attorneyId, level));
    if (!allowed) {
      throw new NotFound("Matter");
    }
  }
}
