package za.lexohub.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The short run. {@code -Dlexohub.crash.seed} repeats one, {@code -Dlexohub.crash.rounds} and
 * {@code -Dlexohub.crash.postgres-rounds} make it longer; {@code benchmarks/run crash} is the same.
 */
class CrashRunIT {

  private static final int SEED =
      Integer.getInteger("lexohub.crash.seed", (int) (System.nanoTime() % 1_000_000));

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubledWhateverIsKilled() throws Exception {
    int rounds = Integer.getInteger("lexohub.crash.rounds", 2);
    int postgresRounds = Integer.getInteger("lexohub.crash.postgres-rounds", 1);

    Outcome outcome =
        CrashRun.run(
            new CrashRun.Settings(rounds, postgresRounds, 0, 10, 64, SEED),
            line -> System.out.println("CrashRunIT: " + line));

    assertThat(outcome.applicationKills()).isEqualTo(rounds);
    assertThat(outcome.lostReplies()).isEqualTo(10);
    assertThat(outcome.acknowledged()).isPositive();
    assertThat(outcome.sentAgain()).isPositive();
    assertThat(outcome.events()).isGreaterThanOrEqualTo(outcome.acknowledged());
  }
}
