package za.lexohub.benchmarks.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import za.lexohub.benchmarks.arrivals.Arrivals.Errand;

class ArrivalsTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Clock clock = new Clock();
  private final Arrivals oneAtATime = new Arrivals(clock, Runnable::run, 1);
  private final List<Long> latencies = new ArrayList<>();

  @Test
  void whoeverComesDuringAStallHasItInTheirTime() throws Exception {
    // A hundred a second; the first takes 35 ms, all others one.
    Arrivals.Past past =
        oneAtATime.come(100, Duration.ofMillis(60), () -> errand(1, latencies.isEmpty() ? 35 : 1));

    assertThat(latencies).containsExactly(35L, 26L, 17L, 8L, 1L, 1L);
    assertThat(past.requests()).isEqualTo(6);
    assertThat(past.unsent()).isZero();
  }

  @Test
  void whatCouldNotBeSentInTimeIsCounted() throws Exception {
    Arrivals.Past past = oneAtATime.come(100, Duration.ofMillis(100), () -> errand(1, 40));

    // Sent at 0, 40 and 80 ms; the other seven were due as well.
    assertThat(latencies).containsExactly(40L, 70L, 100L);
    assertThat(past.requests()).isEqualTo(3);
    assertThat(past.unsent()).isEqualTo(7);
    assertThat(past.seconds()).isEqualTo(0.12);
  }

  @Test
  void anErrandOfTwoRequestsTakesTwoTurnsOfThePace() throws Exception {
    List<Long> due = new ArrayList<>();

    Arrivals.Past past =
        oneAtATime.come(
            100,
            Duration.ofMillis(60),
            () -> errand(due.isEmpty() ? 2 : 1, 1, then -> due.add(then / MILLI)));

    assertThat(due).containsExactly(0L, 20L, 30L, 40L, 50L);
    assertThat(past.requests()).isEqualTo(6);
  }

  private Errand errand(int requests, long millis) {
    return errand(requests, millis, due -> {});
  }

  private Errand errand(int requests, long millis, LongConsumer heard) {
    return new Errand() {
      @Override
      public int requests() {
        return requests;
      }

      @Override
      public void go(long due) {
        heard.accept(due);
        clock.now += millis * MILLI;
        latencies.add((clock.now - due) / MILLI);
      }
    };
  }

  /** Stands still but for what is done. */
  private static final class Clock implements Arrivals.Time {
    private long now;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void awaitTime(long then) {
      now = Math.max(now, then);
    }
  }
}
