package za.lexohub.domain.matter;

import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.party.Party;

/** What documents on a matter take from it. */
public record MatterFile(
    String matterType,
    Party client,
    Party attorney,
    boolean vatExempt,
    boolean closed,
    boolean archived) {

  /** A closed matter takes no new pro formas and invoices (I19), an archived one neither. */
  public void requireOpen() {
    if (closed) {
      throw new RuleViolated(Rule.MATTER_CLOSED, "the matter is closed");
    }
    if (archived) {
      throw new RuleViolated(Rule.MATTER_ARCHIVED, "the matter is archived");
    }
  }
}
