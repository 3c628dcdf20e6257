package za.lexohub.domain.agreement;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/** Where an agreement stands ({@code domain.md} 4.4). */
enum Standing {
  /** Nothing has happened yet. */
  UNBORN,
  DRAFT,
  SENT,
  /** By the client; the advocate has not signed yet. */
  SIGNED_BY_CLIENT,
  /** By both. */
  SIGNED,
  CANCELLED;

  void requireSendable() {
    require(this == DRAFT || this == SENT, Rule.AGREEMENT_NOT_DRAFT, "is neither draft nor sent");
  }

  void requireSent() {
    require(this == SENT, Rule.AGREEMENT_NOT_SENT, "does not wait for the client");
  }

  void requireSignedByClient() {
    require(
        this == SIGNED_BY_CLIENT, Rule.AGREEMENT_NOT_SIGNABLE, "does not wait for the advocate");
  }

  void requireSignableOnPaper() {
    require(
        this == DRAFT || this == SENT || this == SIGNED_BY_CLIENT,
        Rule.AGREEMENT_NOT_SIGNABLE,
        "is signed by both, or cancelled");
  }

  void requireCancellable() {
    require(this != SIGNED, Rule.AGREEMENT_NOT_SIGNABLE, "is signed by both");
  }

  static void require(boolean condition, Rule rule, String otherwise) {
    if (!condition) {
      throw new RuleViolated(rule, "the agreement " + otherwise);
    }
  }
}
