package za.lexohub.messages;

/**
 * A business rule refuses the command; nothing was appended. {@link #rule()} is stable and reaches
 * the client as the problem's {@code code}; the message is for people and may change.
 */
public final class RuleViolated extends RuntimeException {

  private final Rule rule;

  public RuleViolated(Rule rule, String message) {
    super(message);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }
}
