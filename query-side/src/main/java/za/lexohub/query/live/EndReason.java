package za.lexohub.query.live;

import java.util.Locale;

/**
 * Why a stream ends from our side. In every case the client resumes after the last id it has; of
 * one that comes too late, the {@code bye} carries it.
 */
public enum EndReason {
  /** The client took changes more slowly than they came, until no more could be kept for it. */
  SLOW_CONSUMER,
  /** The token it was opened with is valid no longer. */
  TOKEN_EXPIRED,
  /** This node stops; another one, or this one later, goes on. */
  SHUTTING_DOWN,
  /** What was missed is more than is told again: the client reads what it shows anew. */
  RESUME_TOO_OLD,
  /** Whether the client may know of a change cannot be told yet, or not until it is repaired. */
  READ_MODEL_BEHIND;

  /** As clients see it: lower case with dashes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
