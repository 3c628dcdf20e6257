package za.lexohub.messages.erasure;

import java.util.List;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.retainer.RetainerId;

/** Knows the retainers of a matter, as the log has them at this moment. */
@FunctionalInterface
public interface FiledRetainers {

  /** Every retainer that was ever agreed on the matter, in the order in which they were. */
  List<RetainerId> retainersOn(TenantId tenant, MatterId matterId);
}
