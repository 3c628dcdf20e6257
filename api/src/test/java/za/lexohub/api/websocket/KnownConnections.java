package za.lexohub.api.websocket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.Connections;
import za.lexohub.sessions.SessionsUnavailable;

/** Connections in memory. */
public final class KnownConnections implements Connections {
  public final Map<String, Connection> open = new ConcurrentHashMap<>();
  volatile OptionalLong kept = OptionalLong.empty();
  volatile boolean away;

  @Override
  public void open(Connection connection) {
    open.put(connection.id(), connection);
  }

  @Override
  public void close(String id) {
    open.remove(id);
  }

  @Override
  public Optional<Connection> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  @Override
  public List<Connection> ofTenant(String tenantId) {
    if (away) {
      throw new SessionsUnavailable("away", new IllegalStateException());
    }
    return open.values().stream().filter(it -> it.tenantId().equals(tenantId)).toList();
  }

  @Override
  public OptionalLong position() {
    return kept;
  }

  @Override
  public void position(long reached) {
    kept = OptionalLong.of(reached);
  }
}
