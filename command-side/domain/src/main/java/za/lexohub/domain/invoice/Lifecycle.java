package za.lexohub.domain.invoice;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/** Where an invoice stands ({@code domain.md} 4.2); what is open of it is {@link Account}. */
enum Lifecycle {
  /** Nothing has happened yet. */
  UNBORN,
  DRAFT,
  DISCARDED,
  ISSUED,
  VOIDED,
  /** Nothing will be asked for any more. */
  WRITTEN_OFF;

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

  /** Issued once, whatever became of it: its documents go on being true. */
  void requireWasIssued() {
    require(wasIssued(), Rule.INVOICE_NOT_ISSUED, "was not issued");
  }

  boolean wasIssued() {
    return this == ISSUED || this == VOIDED || this == WRITTEN_OFF;
  }

  /** Neither discarded nor void. */
  void requireLive() {
    require(
        this == DRAFT || this == ISSUED || this == WRITTEN_OFF,
        Rule.INVOICE_NOT_DRAFT,
        "is discarded or void");
  }

  static void require(boolean condition, Rule rule, String otherwise) {
    if (!condition) {
      throw new RuleViolated(rule, "the invoice " + otherwise);
    }
  }
}
