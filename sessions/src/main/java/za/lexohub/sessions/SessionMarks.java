package za.lexohub.sessions;

import java.util.Optional;

/** What is known of sessions without a look at the table. */
interface SessionMarks {

  Optional<Mark> of(SessionKey key);

  /** Keeps what the table said, unless the session has ended since. The answer is what holds. */
  Mark keep(SessionKey key, Mark active);

  /** Tells all nodes that a session has ended. */
  void end(SessionKey key, Standing how);

  /** For a node without Redis: the table is asked each time, and nobody is told. */
  static SessionMarks none() {
    return new SessionMarks() {
      @Override
      public Optional<Mark> of(SessionKey key) {
        return Optional.empty();
      }

      @Override
      public Mark keep(SessionKey key, Mark active) {
        return active;
      }

      @Override
      public void end(SessionKey key, Standing how) {}
    };
  }
}
