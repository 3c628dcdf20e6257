package za.lexohub.api.websocket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.SessionKey;
import za.lexohub.sessions.Sessions;

/**
 * Whether the sessions under which WebSockets were opened still let in. An answer holds for {@link
 * #KNOWN_FOR}, so that many changes ask once; asking is no use of the session.
 */
final class SocketSessions {

  static final Duration KNOWN_FOR = Duration.ofSeconds(2);

  private final @Nullable Sessions sessions;
  private final Cache<SessionKey, Boolean> known;

  /**
   * @param sessions absent where none are kept
   */
  SocketSessions(@Nullable Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** True for a connection without a session, and while no store of sessions answers. */
  boolean letIn(Connection connection) {
    Sessions kept = sessions;
    String session = connection.sessionId();
    if (kept == null || session == null) {
      return true;
    }
    SessionKey key = new SessionKey(connection.userId(), session);
    Boolean answer = known.getIfPresent(key);
    if (answer == null) {
      // Two that ask at once both look: better than one that waits for the other's network.
      answer = kept.standing(key).letsIn();
      known.put(key, answer);
    }
    return answer;
  }
}
