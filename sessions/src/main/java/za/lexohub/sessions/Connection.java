package za.lexohub.sessions;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that is open at the gateway.
 *
 * @param id what the gateway calls it
 * @param tenantId whose changes it is told, and nobody else's
 * @param sessionId of its user, under whose token it was opened; null for a token without one
 * @param types of changes it wants; empty stands for all
 * @param expiresAt when it ends at the latest; nothing is sent to it from then on
 */
public record Connection(
    String id,
    String tenantId,
    String userId,
    @Nullable String sessionId,
    Set<String> types,
    Instant expiresAt) {
  public Connection {
    types = Set.copyOf(types);
  }

  /** The same connection, told those types from now on. */
  public Connection subscribed(Set<String> wanted) {
    return new Connection(id, tenantId, userId, sessionId, wanted, expiresAt);
  }
}
