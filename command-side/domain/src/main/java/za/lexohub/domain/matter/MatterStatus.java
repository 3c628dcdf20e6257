package za.lexohub.domain.matter;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/** Where a matter stands ({@code domain.md} 4.3). */
enum MatterStatus {
  /** Opened, not begun. */
  PENDING,
  /** An attorney has asked for the brief to be taken. */
  REQUESTED,
  /** A pro forma went out; the brief is taken once it is accepted. */
  AWAITING_APPROVAL,
  ACTIVE,
  ON_HOLD,
  SETTLED,
  CLOSED,
  /** The brief was not taken, or the matter was made by mistake. */
  DECLINED;

  /** Whether work is done and invoiced. */
  boolean takesWork() {
    return this == ACTIVE || this == ON_HOLD || this == SETTLED;
  }

  boolean isEnded() {
    return this == CLOSED || this == DECLINED;
  }

  void requireTakesWork() {
    requireNotEnded();
    if (!takesWork()) {
      throw new RuleViolated(Rule.MATTER_NOT_ACTIVE, "work on the matter has not begun");
    }
  }

  void requireNotEnded() {
    if (isEnded()) {
      throw new RuleViolated(
          Rule.MATTER_CLOSED, this == CLOSED ? "the matter is closed" : "the matter was declined");
    }
  }

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
    requireNotEnded();
    if (this != SETTLED) {
      requireActive();
    }
  }

  void requirePending() {
    if (this != PENDING) {
      throw new RuleViolated(Rule.MATTER_NOT_PENDING, "the matter is not pending");
    }
  }

  /** For taking the brief or not. */
  void requireUndecided() {
    if (this != REQUESTED && this != AWAITING_APPROVAL) {
      throw new RuleViolated(
          Rule.MATTER_NOT_REQUESTED, "the matter is not requested, or decided already");
    }
  }

  void requireClosed() {
    if (this != CLOSED) {
      throw new RuleViolated(Rule.MATTER_NOT_CLOSED, "the matter is not closed");
    }
  }
}
