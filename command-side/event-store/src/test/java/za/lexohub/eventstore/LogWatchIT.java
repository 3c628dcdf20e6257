package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Somebody sleeps with the log's lock in hand: seen, told of, and nothing skipped. */
@ExtendWith(OutputCaptureExtension.class)
class LogWatchIT {

  @Test
  void aSleeperWithTheLockIsLagAndAnAlarmAndLosesNothing(CapturedOutput output) throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (FreshLog log = FreshLog.create("log_watch")) {
      LogWatch watch = new LogWatch(log.reads, log.queue, Duration.ofMillis(1), meters);
      CompletableFuture<Void> first;
      CompletableFuture<Void> second;
      int pid;
      try (Connection sleeper = log.owned()) {
        sleeper.setAutoCommit(false);
        try (ResultSet row =
            sleeper
                .createStatement()
                .executeQuery("select pg_backend_pid(), pg_advisory_xact_lock(7220001)")) {
          row.next();
          pid = row.getInt(1);
        }
        first = FreshLog.async(() -> append(log));
        await()
            .untilAsserted(
                () -> {
                  watch.look();
                  assertThat(meters.get("lexohub.log.append.oldest.writer.age").gauge().value())
                      .isPositive();
                });
        second = FreshLog.async(() -> append(log));
        await()
            .untilAsserted(
                () ->
                    assertThat(meters.get("lexohub.log.append.waiting").gauge().value())
                        .isEqualTo(1));
        assertThat(output).contains("process " + pid + " of PostgreSQL");
        sleeper.rollback();
      }
      first.join();
      second.join();
      watch.look();
      assertThat(meters.get("lexohub.log.append.oldest.writer.age").gauge().value()).isZero();
      assertThat(output).contains("process " + pid + " has let go");
      assertThat(log.positions()).containsExactly(1L, 2L);
    }
  }

  private static void append(FreshLog log) {
    log.engine.appendEvents(FreshLog.event(UUID.randomUUID(), 0, "waits"));
  }
}
