package za.lexohub.domain.matter;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/** Where a matter stands. */
enum MatterStatus {
  ACTIVE,
  ON_HOLD,
  SETTLED,
  CLOSED;

  void requireActive() {
    if (this != ACTIVE) {
      throw new RuleViolated(Rule.MATTER_NOT_ACTIVE, "the matter is not active");
    }
  }

  void requireOnHold() {
    if (this != ON_HOLD) {
      throw new RuleViolated(Rule.MATTER_NOT_ON_HOLD, "the matter is not on hold");
    }
  }

  void requireClosable() {
    if (this == CLOSED) {
      throw new RuleViolated(Rule.MATTER_CLOSED, "the matter is closed already");
    }
    if (this != SETTLED) {
      requireActive();
    }
  }
}
