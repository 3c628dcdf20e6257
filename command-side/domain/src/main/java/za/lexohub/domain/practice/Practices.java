package za.lexohub.domain.practice;

import za.lexohub.messages.TenantId;

/** Knows the practices that keep their books here. */
public interface Practices {

  /**
   * @throws za.lexohub.messages.RuleViolated {@link za.lexohub.messages.Rule#PRACTICE_UNKNOWN}
   */
  Practice of(TenantId tenant);
}
