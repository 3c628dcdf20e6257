package za.lexohub.projectors.operations;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.SecurityContext;

/** Who did what to the processing, and why; logger {@code za.lexohub.operations}. */
final class OperationsLog {

  private static final Logger LOG = LoggerFactory.getLogger("za.lexohub.operations");
  private static final int LONGEST_REASON = 500;

  /** Before it is done, so that it stands there even when the node dies over it. */
  static void act(SecurityContext who, String action, String target, @Nullable String reason) {
    Principal principal = who.getPrincipal();
    LOG.warn(
        "{} by {} on {}{}",
        action,
        principal == null ? "nobody known" : principal.getName(),
        target,
        reason == null ? "" : " because: " + reason);
  }

  static void outcome(String action, String target, String outcome) {
    LOG.warn("{} on {}: {}", action, target, outcome);
  }

  /**
   * Of what is done already and cannot be undone because it could not be recorded: then it stands
   * here alone.
   */
  static void recorded(String action, String target, Runnable record) {
    try {
      record.run();
    } catch (RuntimeException e) {
      LOG.error("{} on {} could not be recorded in the event log", action, target, e);
    }
  }

  /**
   * @throws Refused when there is none, or it would not be one line of the log
   */
  static String compulsory(@Nullable String reason, String action) {
    String optional = optional(reason);
    if (optional == null) {
      throw Refused.invalid(action + " takes a reason.");
    }
    return optional;
  }

  /** Null when it is blank. */
  static @Nullable String optional(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return null;
    }
    if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw Refused.invalid("A reason is one line of up to " + LONGEST_REASON + " characters.");
    }
    return reason.strip();
  }

  private OperationsLog() {}
}
