package za.lexohub.domain.proforma;

import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;

/** Knows whether a client has money on a matter, or had. */
@FunctionalInterface
public interface MatterMoney {

  /**
   * Whether a retainer runs on it, or money ever moved on a retainer, in trust or on a receipt of
   * it. Locks all of them for this unit of work, so it is to be asked before the matter is locked;
   * what came meanwhile shows when it is asked again.
   */
  boolean isOn(MatterId matterId, TenantId tenant);
}
