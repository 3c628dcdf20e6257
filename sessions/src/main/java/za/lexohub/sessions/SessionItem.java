package za.lexohub.sessions;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as the table holds it.
 *
 * @param lastSeenAt late by up to {@link CheckedSessions#NOTED_EVERY}
 * @param endedAt when it was ended before its time
 */
record SessionItem(
    SessionKey key,
    Instant startedAt,
    Instant lastSeenAt,
    Instant endsAt,
    String network,
    String client,
    @Nullable Instant endedAt) {

  Standing standingAt(Instant now, Duration idle) {
    if (endedAt != null) {
      return Standing.REVOKED;
    }
    if (!now.isBefore(endsAt)) {
      return Standing.EXPIRED;
    }
    return now.isBefore(lastSeenAt.plus(idle)) ? Standing.ACTIVE : Standing.IDLE;
  }

  SessionItem seenAt(@Nullable Instant seen) {
    return seen == null || !seen.isAfter(lastSeenAt)
        ? this
        : new SessionItem(key, startedAt, seen, endsAt, network, client, endedAt);
  }

  Session session() {
    return new Session(key.sessionId(), startedAt, lastSeenAt, endsAt, network, client);
  }
}
