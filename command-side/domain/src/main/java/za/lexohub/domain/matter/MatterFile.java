package za.lexohub.domain.matter;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;

/**
 * What documents on a matter take from it.
 *
 * @param closed for good: closed or declined
 * @param declined the brief was not taken, or the matter was made by mistake
 * @param wording sealed {@link za.lexohub.messages.party.Wording}
 * @param takesWork the brief is taken, neither closed nor archived
 */
public record MatterFile(
    String matterType,
    Party client,
    Party attorney,
    boolean vatExempt,
    boolean closed,
    boolean declined,
    boolean archived,
    PersonalData wording,
    boolean takesWork) {

  /**
   * A closed or declined matter takes no new pro formas and invoices (I19), an archived one
   * neither. One that is only requested takes a pro forma, and the invoice of one accepted.
   */
  public void requireOpen() {
    if (closed) {
      throw new RuleViolated(Rule.MATTER_CLOSED, "the matter is closed");
    }
    if (archived) {
      throw new RuleViolated(Rule.MATTER_ARCHIVED, "the matter is archived");
    }
  }

  /** A closed matter may still be paid for; of one that never was a brief nothing is owed. */
  public void requireNotDeclined() {
    if (declined) {
      throw new RuleViolated(Rule.MATTER_CLOSED, "the matter was declined");
    }
  }

  /** As {@link #requireOpen}, and the brief is taken: it can be invoiced by itself. */
  public void requireInvoiceable() {
    requireOpen();
    if (!takesWork) {
      throw new RuleViolated(Rule.MATTER_NOT_ACTIVE, "work on the matter has not begun");
    }
  }
}
