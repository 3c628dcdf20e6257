package za.lexohub.embedded.part;

import org.jspecify.annotations.Nullable;

/**
 * A part cannot run. The message is one sentence for a person, and the action says what that person
 * can do.
 */
public final class PartFailed extends RuntimeException {

  private final String action;

  public PartFailed(String sentence, String action) {
    this(sentence, action, null);
  }

  public PartFailed(String sentence, String action, @Nullable Throwable cause) {
    super(sentence + " " + action, cause);
    this.action = action;
  }

  /** What to do about it. The message ends with it as well. */
  public String action() {
    return action;
  }

  /** What happened, without what to do about it. */
  public String description() {
    String message = String.valueOf(getMessage());
    return message.substring(0, message.length() - action.length()).strip();
  }
}
