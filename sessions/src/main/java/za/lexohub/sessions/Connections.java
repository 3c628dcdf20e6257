package za.lexohub.sessions;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The WebSockets that are open, and how far they were told what happened. Every method throws
 * {@link SessionsUnavailable} when DynamoDB does not answer.
 */
public interface Connections {

  /** Keeps a connection; one that is there already takes what is given now. */
  void open(Connection connection);

  /** Forgets a connection; nothing happens when it is not there. */
  void close(String id);

  /** The connection, unless it was closed or has expired. */
  Optional<Connection> find(String id);

  /** Those of a tenant that have not expired. One that was opened a moment ago may be missing. */
  List<Connection> ofTenant(String tenantId);

  /**
   * Notes what a connection is to be told, until {@link #resumed}. Whoever opens a connection notes
   * it first: then nobody sees the connection and not the note.
   */
  void resume(Resume resume);

  /** What was noted and is not done. None is missing, however lately it was noted. */
  Set<Resume> resumes();

  /** Forgets those notes, and no later ones of the same connections. */
  void resumed(Set<Resume> done);

  /** The position that {@link #position(long)} was last given; empty before that. */
  OptionalLong position();

  /** Notes that all changes up to a position of the log were sent. */
  void position(long reached);
}
