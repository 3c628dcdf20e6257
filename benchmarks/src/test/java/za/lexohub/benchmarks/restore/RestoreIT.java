package za.lexohub.benchmarks.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The short run; {@code benchmarks/run restore} is the same with a real log. {@code
 * -Dlexohub.restore.events} makes it longer.
 */
class RestoreIT {

  @Test
  void aLostLogIsRestoredElsewhereAndSaysWhatItLacks() throws Exception {
    int events = Integer.getInteger("lexohub.restore.events", 600);

    Outcome outcome =
        RestoreRun.run(
            new RestoreRun.Settings(
                events,
                400,
                40,
                Duration.ofMinutes(5),
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                List.of("invoices")),
            line -> System.out.println("RestoreIT: " + Instant.now() + " " + line));

    assertThat(outcome.backupBytes()).isPositive();
    assertThat(outcome.written()).as("appended during the base backup").isPositive();
    Outcome.Restored whole = outcome.restored().get(0);
    assertThat(whole.verdict()).isEqualTo("VERIFIED");
    assertThat(whole.head()).isGreaterThanOrEqualTo(events + outcome.written() + 80);
    assertThat(whole.missing()).isZero();
    Outcome.Restored rest = outcome.restored().get(1);
    assertThat(rest.head()).isGreaterThanOrEqualTo(whole.head());
    assertThat(outcome.lostEvents()).as("acknowledged, not archived").isPositive();
    assertThat(outcome.lostSeconds()).isBetween(0.0, 60.0);
    assertThat(rest.missing()).isEqualTo(rest.sealed() - rest.head()).isPositive();
    assertThat(rest.verdict())
        .isEqualTo(
            "NOT VERIFIED: log ends at %d, checkpoint covers %d: %d events missing"
                .formatted(rest.head(), rest.sealed(), rest.missing()));
    Outcome.Restored chosen = outcome.restored().get(2);
    assertThat(chosen.head()).isGreaterThan(events).isLessThan(whole.head());
    assertThat(chosen.verdict()).endsWith(chosen.missing() + " events missing");
  }
}
