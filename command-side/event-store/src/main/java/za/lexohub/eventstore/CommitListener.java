package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears of commits on every node through PostgreSQL's {@code NOTIFY} and wakes the event store. One
 * connection a node. While the line is down the processors poll; when it is up again they are woken
 * once, for what was missed.
 */
class CommitListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CommitListener.class);
  private static final int WAIT_MILLIS = 250;
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final WakingEventStore store;
  private volatile boolean running;
  private Thread thread = Thread.currentThread();

  CommitListener(DataSource dataSource, WakingEventStore store) {
    this.dataSource = dataSource;
    this.store = store;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("commit-listener").start(this::run);
  }

  private void run() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        if (running) {
          log.warn("not told of commits, polling until the line is back: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen event_log");
    }
    store.wake();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try {
      while (running) {
        PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
        if (heard != null && heard.length > 0) {
          store.wake();
        }
      }
    } finally {
      // Back in the pool it must not listen on.
      if (!connection.isClosed()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("unlisten *");
        }
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(RECONNECT.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    try {
      thread.join(RECONNECT.plusSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
