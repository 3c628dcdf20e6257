package za.lexohub.domain.proforma;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/**
 * Where a pro forma stands ({@code domain.md} 4.1). What follows acceptance is {@link Invoicing}.
 */
enum Phase {
  /** Nothing has happened yet. */
  UNBORN,
  REQUESTED,
  SUBMITTED,
  REJECTED,
  DRAFT,
  SENT,
  NEGOTIATING,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN,
  /** A request of which a matter was made, without a price. */
  CONVERTED;

  void requireRequested() {
    require(this == REQUESTED, Rule.PRO_FORMA_NOT_REQUESTED, "is not an open request");
  }

  void requireSubmitted() {
    require(this == SUBMITTED, Rule.PRO_FORMA_NOT_SUBMITTED, "is not a submitted request");
  }

  void requireDraftable() {
    require(
        this == UNBORN || this == SUBMITTED,
        Rule.PRO_FORMA_NOT_DRAFTABLE,
        "is neither new nor a submitted request");
  }

  void requireRevisable() {
    require(
        this == DRAFT || this == NEGOTIATING,
        Rule.PRO_FORMA_NOT_REVISABLE,
        "is neither a draft nor being negotiated");
  }

  void requireExpired() {
    require(this == EXPIRED, Rule.PRO_FORMA_NOT_EXPIRED, "has not expired");
  }

  void requireWithdrawable() {
    require(
        this == REQUESTED || this == DRAFT,
        Rule.PRO_FORMA_NOT_WITHDRAWABLE,
        "is neither requested nor a draft");
  }

  void requireAwaitingAnswer() {
    require(this != EXPIRED, Rule.PRO_FORMA_EXPIRED, "has expired");
    require(
        this != ACCEPTED && this != DECLINED,
        Rule.PRO_FORMA_ALREADY_ANSWERED,
        "has been answered already");
    require(this == SENT, Rule.PRO_FORMA_NOT_SENT, "is not awaiting an answer");
  }

  static void require(boolean condition, Rule rule, String otherwise) {
    if (!condition) {
      throw new RuleViolated(rule, "the pro forma " + otherwise);
    }
  }
}
