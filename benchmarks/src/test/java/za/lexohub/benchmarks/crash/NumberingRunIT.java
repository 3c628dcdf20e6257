package za.lexohub.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The short run. {@code -Dlexohub.crash.seed} repeats one; {@code benchmarks/run numbering} is the
 * same with a thousand at once.
 */
class NumberingRunIT {

  private static final int SEED =
      Integer.getInteger("lexohub.crash.seed", (int) (System.nanoTime() % 1_000_000));

  @Test
  void noSeriesHasAGapOrANumberTwiceWhateverIsRefusedRacedOrKilled() throws Exception {
    NumberingRun.Outcome outcome =
        NumberingRun.run(
            new NumberingRun.Settings(100, 1, 0, 1, SEED),
            line -> System.out.println("NumberingRunIT: " + line));

    assertThat(outcome.series()).as("six, in each of two years").isEqualTo(12);
    assertThat(outcome.numbers()).as("100 issues but 22, and 2 of the books").isEqualTo(80);
    assertThat(outcome.voided()).isEqualTo(11);
    assertThat(outcome.refused()).isEqualTo(22);
    assertThat(outcome.kills()).isEqualTo(1);
  }
}
