package za.lexohub.domain.matter;

import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;

/** Knows whose personal data was erased: what has ended for good must not begin anew without it. */
public interface ErasedMatters {

  /**
   * Locks the file for this unit of work. To be taken after every other aggregate.
   *
   * @throws za.lexohub.messages.RuleViolated {@link za.lexohub.messages.Rule#PERSONAL_DATA_ERASED}
   *     when some of it was erased
   */
  void requireLive(MatterId matterId, TenantId tenant);
}
