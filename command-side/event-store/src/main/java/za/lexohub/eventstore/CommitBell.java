package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the nodes, by PostgreSQL's {@code NOTIFY}, that this one has committed events: the first
 * time at once, then for all that came meanwhile together, so that a busy log wakes everybody some
 * hundred times a second rather than thousands. What is rung is a hint and no more: when it gets
 * lost with a node or a line, the readers find the events when they next poll.
 */
class CommitBell implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommitBell.class);
  private static final Duration REST = Duration.ofMillis(4);

  /** A notification is a transaction of its own, and nothing of it is worth a flush of the disk. */
  private static final String TELL =
      "select set_config('synchronous_commit', 'off', true), pg_notify('event_log', '')";

  private final DataSource dataSource;
  private final Semaphore rung = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  CommitBell(DataSource dataSource) {
    this.dataSource = dataSource;
    thread = Thread.ofPlatform().daemon().name("commit-bell").start(this::run);
  }

  /** Returns at once. */
  void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  private void run() {
    boolean last;
    do {
      rung.acquireUninterruptibly();
      // Before it is told: whoever rings from now on may not be covered by this telling.
      last = closed;
      rung.drainPermits();
      tell();
      LockSupport.parkNanos(REST.toNanos());
    } while (!last);
  }

  private void tell() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TELL);
    } catch (SQLException e) {
      log.debug("the nodes are not told of a commit and find it by polling: {}", e.getMessage());
    }
  }

  /** Rings a last time. */
  @Override
  public void close() {
    closed = true;
    rung.release();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
