package za.lexohub.benchmarks.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrainingTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void eachQueueIsDividedByTheTimeUntilItsOwnLast() {
    Draining draining = new Draining(counted(0, 0, 0, 0));
    draining.seen(counted(60, 0, 10, 0), SECOND);
    draining.seen(counted(100, 0, 20, 0), 2 * SECOND);
    draining.seen(counted(100, 0, 100, 0), 10 * SECOND);

    assertThat(draining.papersPerSecond()).isEqualTo(50);
    assertThat(draining.mailsPerSecond()).isEqualTo(10);
    assertThat(draining.seconds()).isEqualTo(10);
  }

  @Test
  void whatFailedWaitsNoMoreAndIsNotMade() {
    Draining draining = new Draining(counted(0, 0, 0, 0));
    draining.seen(counted(80, 20, 50, 50), 2 * SECOND);

    assertThat(draining.last().papersWaiting()).isZero();
    assertThat(draining.papersPerSecond()).isEqualTo(40);
    assertThat(draining.mailsPerSecond()).isEqualTo(25);
  }

  @Test
  void aQueueThatIsNeverDoneIsDividedByTheWholeTime() {
    Draining draining = new Draining(counted(0, 0, 0, 0));
    draining.seen(counted(40, 0, 100, 0), SECOND);
    draining.seen(counted(40, 0, 100, 0), 4 * SECOND);

    assertThat(draining.papersPerSecond()).isEqualTo(10);
    assertThat(draining.mailsPerSecond()).isEqualTo(100);
  }

  @Test
  void nothingThatWaitedHasNoSpeed() {
    Draining draining = new Draining(counted(100, 0, 100, 0));
    draining.seen(counted(100, 0, 100, 0), SECOND);

    assertThat(draining.papersPerSecond()).isNaN();
    assertThat(draining.mailsPerSecond()).isNaN();
  }

  /** A hundred papers and a hundred mails are asked for. */
  private static Log.Counted counted(long made, long unmade, long sent, long unsent) {
    return new Log.Counted(0, 100, 100, made, unmade, 100, sent, unsent);
  }
}
