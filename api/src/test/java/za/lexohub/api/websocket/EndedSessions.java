package za.lexohub.api.websocket;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import za.lexohub.sessions.Session;
import za.lexohub.sessions.SessionKey;
import za.lexohub.sessions.Sessions;
import za.lexohub.sessions.Sighting;
import za.lexohub.sessions.Standing;

/** Sessions in memory: all let in but those that the test has ended. */
public final class EndedSessions implements Sessions {
  public final Set<SessionKey> ended = ConcurrentHashMap.newKeySet();
  final AtomicInteger asked = new AtomicInteger();

  @Override
  public Standing check(Sighting sighting) {
    return ended.contains(sighting.key()) ? Standing.REVOKED : Standing.ACTIVE;
  }

  @Override
  public Standing standing(SessionKey key) {
    asked.incrementAndGet();
    return ended.contains(key) ? Standing.REVOKED : Standing.ACTIVE;
  }

  @Override
  public boolean isBlind() {
    return false;
  }

  @Override
  public List<Session> of(String userId) {
    return List.of();
  }

  @Override
  public boolean revoke(String userId, String sessionId) {
    return ended.add(new SessionKey(userId, sessionId));
  }

  @Override
  public int revokeOthers(String userId, String keptId) {
    return 0;
  }
}
