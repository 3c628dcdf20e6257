package za.lexohub.api.websocket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.Connections;
import za.lexohub.sessions.Resume;
import za.lexohub.sessions.SessionsUnavailable;

/** Connections in memory. */
public final class KnownConnections implements Connections {
  public final Map<String, Connection> open = new ConcurrentHashMap<>();
  public final Set<Resume> notes = ConcurrentHashMap.newKeySet();
  volatile OptionalLong kept = OptionalLong.empty();
  volatile boolean away;

  /** There is no room for notes. */
  volatile boolean full;

  /** Notes cannot be taken away. */
  volatile boolean keepsNotes;

  final AtomicInteger removals = new AtomicInteger();

  /** Connections that the list of their tenant does not show yet. */
  final Set<String> unlisted = ConcurrentHashMap.newKeySet();

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
    return open.values().stream()
        .filter(it -> it.tenantId().equals(tenantId) && !unlisted.contains(it.id()))
        .toList();
  }

  @Override
  public void resume(Resume resume) {
    if (full) {
      throw new SessionsUnavailable("full", new IllegalStateException());
    }
    notes.add(resume);
  }

  @Override
  public Set<Resume> resumes() {
    return Set.copyOf(notes);
  }

  @Override
  public void resumed(Set<Resume> done) {
    if (keepsNotes) {
      throw new SessionsUnavailable("throttled", new IllegalStateException());
    }
    notes.removeAll(done);
    removals.incrementAndGet();
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
