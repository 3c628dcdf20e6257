package za.lexohub.benchmarks.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import za.lexohub.benchmarks.arrivals.Outcomes.Standing;

class OutcomesTest {

  private final Outcomes outcomes = new Outcomes();

  @Test
  void percentilesAreThoseOfTheKindsThatWereAskedFor() {
    for (int i = 1; i <= 100; i++) {
      good("fast", i);
      good("slow", 1000 + i);
    }

    assertThat(outcomes.percentile(50, "fast"::equals)).isCloseTo(50, within(0.1));
    assertThat(outcomes.percentile(99, "fast"::equals)).isCloseTo(99, within(0.1));
    assertThat(outcomes.percentile(50)).isCloseTo(100, within(0.2));
    assertThat(outcomes.percentile(99)).isCloseTo(1098, within(2.0));
    assertThat(outcomes.percentile(50, "none"::equals)).isNaN();
    assertThat(outcomes.answers("slow"::equals)).isEqualTo(100);
  }

  @Test
  void everyAnswerThatWasNotAskedForIsNamedAndOnlyFailuresAreErrors() {
    good("pay", 1);
    good("pay", 1);
    outcomes.add("pay", 1, Standing.EXPECTED, "412 version-conflict");
    outcomes.add("pay", 1, Standing.FAILED, "503 unavailable");

    assertThat(outcomes.failures()).isOne();
    assertThat(outcomes.failedShare()).isEqualTo(0.25);
    assertThat(outcomes.oddities())
        .extracting(row -> row.get("answer"))
        .containsExactlyInAnyOrder("412 version-conflict", "503 unavailable");
  }

  @Test
  void whatOthersNotedIsAdded() {
    Outcomes others = new Outcomes();
    others.add("pay", TimeUnit.MILLISECONDS.toNanos(7), Standing.FAILED, "500");
    outcomes.add("pay", TimeUnit.MILLISECONDS.toNanos(7), Standing.FAILED, "500");

    outcomes.add(others);

    assertThat(outcomes.answers()).isEqualTo(2);
    assertThat(outcomes.failures()).isEqualTo(2);
    assertThat(outcomes.oddities())
        .singleElement()
        .extracting(row -> row.get("times"))
        .isEqualTo(2L);
    Map<String, Object> row = outcomes.rows(2).getFirst();
    assertThat(row).containsEntry("per second", 1.0).containsEntry("failed", 2L);
  }

  private void good(String kind, long millis) {
    outcomes.add(kind, TimeUnit.MILLISECONDS.toNanos(millis), Standing.GOOD, "200");
  }
}
