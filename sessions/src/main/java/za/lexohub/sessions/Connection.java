package za.lexohub.sessions;

import java.time.Instant;
import java.util.Set;

/**
 * A WebSocket that is open at the gateway.
 *
 * @param id what the gateway calls it
 * @param tenantId whose changes it is told, and nobody else's
 * @param types of changes it wants; empty stands for all
 * @param expiresAt when it ends at the latest; nothing is sent to it from then on
 */
public record Connection(
    String id, String tenantId, String userId, Set<String> types, Instant expiresAt) {
  public Connection {
    types = Set.copyOf(types);
  }
}
