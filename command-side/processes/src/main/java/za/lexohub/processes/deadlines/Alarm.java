package za.lexohub.processes.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one deadline that a process has armed, if any. Every arming has its own number, which comes
 * back when the deadline fires: one that was replaced, cancelled or has fired already is
 * recognised, however late it comes.
 *
 * @param scheduleId by which it is cancelled; absent when none is armed
 * @param turn the number of the last arming
 * @param at when the last one was to fire
 */
public record Alarm(@Nullable String scheduleId, int turn, Instant at) {

  /** None was ever armed. */
  public static final Alarm NONE = new Alarm(null, 0, Instant.EPOCH);

  /** Whether a deadline that fires with this number is the one that was waited for. */
  public boolean isDue(int firedTurn) {
    return scheduleId != null && turn == firedTurn;
  }

  /** It has fired. A deadline must not cancel itself while it fires. */
  public Alarm fired() {
    return new Alarm(null, turn, at);
  }
}
