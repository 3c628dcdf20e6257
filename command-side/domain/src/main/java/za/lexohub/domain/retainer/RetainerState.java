package za.lexohub.domain.retainer;

import java.util.Locale;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/** Where a retainer stands ({@code domain.md} 4.3). */
enum RetainerState {
  ACTIVE,
  /** Active, but nothing is left; a deposit or a reversed drawdown fills it again. */
  DEPLETED,
  EXPIRED,
  CANCELLED,
  /** All that was left went back. */
  REFUNDED;

  boolean isOpen() {
    return this == ACTIVE || this == DEPLETED;
  }

  void requireOpen() {
    require(isOpen());
  }

  void requireActive() {
    require(this == ACTIVE);
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new RuleViolated(
          Rule.RETAINER_NOT_ACTIVE, "the retainer is " + name().toLowerCase(Locale.ROOT));
    }
  }
}
