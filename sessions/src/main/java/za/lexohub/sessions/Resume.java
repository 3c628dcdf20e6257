package za.lexohub.sessions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A WebSocket is to be told what came after a position, before it is told anything newer: one that
 * has just been opened, or whose client comes back.
 *
 * @param connectionId what the gateway calls it
 * @param after the last position that its client knows of
 * @param at when that was asked; with the rest it tells this from any other
 */
public record Resume(String connectionId, long after, Instant at) {

  /** Milliseconds are all that is kept. */
  public Resume {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
