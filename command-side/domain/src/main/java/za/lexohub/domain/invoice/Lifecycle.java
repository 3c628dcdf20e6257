package za.lexohub.domain.invoice;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/** Where an invoice stands ({@code domain.md} 4.2); what is paid of it is {@link Payments}. */
enum Lifecycle {
  /** Nothing has happened yet. */
  UNBORN,
  DRAFT,
  DISCARDED,
  ISSUED,
  VOIDED;

  void requireDraft() {
    require(this == DRAFT, Rule.INVOICE_NOT_DRAFT, "is not a draft");
  }

  /** A second sending is an error, not a repeat (I5). */
  void requireSendable() {
    require(this != ISSUED, Rule.INVOICE_ALREADY_SENT, "was sent already");
    requireDraft();
  }

  void requireIssued() {
    require(this == ISSUED, Rule.INVOICE_NOT_ISSUED, "is not issued");
  }

  /** Neither discarded nor void. */
  void requireLive() {
    require(this == DRAFT || this == ISSUED, Rule.INVOICE_NOT_DRAFT, "is discarded or void");
  }

  static void require(boolean condition, Rule rule, String otherwise) {
    if (!condition) {
      throw new RuleViolated(rule, "the invoice " + otherwise);
    }
  }
}
