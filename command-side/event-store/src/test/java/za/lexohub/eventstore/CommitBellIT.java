package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CommitBellIT {

  private static final int BURST = 100_000;

  private static FreshLog log;

  @BeforeAll
  static void open() {
    log = FreshLog.create("commit_bell");
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Test
  void whoeverListensIsToldOnceForManyCommits() throws Exception {
    try (Connection node = log.reads.getConnection();
        CommitBell bell = new CommitBell(log.reads)) {
      node.createStatement().execute("listen event_log");
      for (int i = 0; i < BURST; i++) {
        bell.ring();
      }
      await().until(() -> heard(node) > 0);
      assertThat(heard(node)).isLessThan(BURST / 100);
    }
  }

  @Test
  void whatIsRungBeforeTheEndIsStillTold() throws Exception {
    try (Connection node = log.reads.getConnection()) {
      node.createStatement().execute("listen event_log");
      CommitBell bell = new CommitBell(log.reads);
      bell.ring();
      bell.close();
      await().until(() -> heard(node) > 0);
    }
  }

  @Test
  void withoutAServerNobodyIsToldAndNobodyFails() {
    CommitBell bell =
        new CommitBell(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/away", "", ""));
    assertThatCode(
            () -> {
              bell.ring();
              bell.close();
            })
        .doesNotThrowAnyException();
  }

  private static int heard(Connection node) throws SQLException {
    PGNotification[] notifications = node.unwrap(PGConnection.class).getNotifications(200);
    return notifications == null ? 0 : notifications.length;
  }
}
