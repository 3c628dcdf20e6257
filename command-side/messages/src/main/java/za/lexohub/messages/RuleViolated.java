package za.lexohub.messages;

import java.util.Map;

/**
 * A business rule refuses the command; nothing was appended. {@link #rule()} is stable and reaches
 * the client as the problem's {@code code}; the message is for people and may change.
 */
public final class RuleViolated extends RuntimeException {

  private final Rule rule;
  private final transient Map<String, Object> facts;

  public RuleViolated(Rule rule, String message) {
    this(rule, message, Map.of());
  }

  /**
   * @param facts what a program may want to know of it: texts, numbers, and lists and maps of them
   */
  public RuleViolated(Rule rule, String message, Map<String, Object> facts) {
    super(message);
    this.rule = rule;
    this.facts = Map.copyOf(facts);
  }

  public Rule rule() {
    return rule;
  }

  public Map<String, Object> facts() {
    return facts;
  }
}
