package za.lexohub.benchmarks.arrivals;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An open load: requests begin at an even pace, and a slow answer keeps none of the next ones back.
 * Each is told when it was due, so that its time counts from there, however late it was sent: a
 * stall is felt by everybody who came while it lasted.
 */
public final class Arrivals {

  /** Errands under way at once; whoever comes then waits, and that counts as theirs. */
  private static final int MOST_AT_ONCE = 4096;

  /** One request, or several, each after the answer to the one before. */
  public interface Errand {

    /** How many; so many turns of the pace it takes. */
    int requests();

    /**
     * @param due by {@link System#nanoTime()}, when its first request should have been sent
     */
    void go(long due);
  }

  /**
   * What has been sent.
   *
   * @param requests begun
   * @param unsent requests that were due and could not be sent before the time was over
   * @param mostAtOnce errands
   * @param seconds from the first that was due to the last answer
   */
  public record Past(long requests, long unsent, int mostAtOnce, double seconds) {}

  /** Of nanoseconds. */
  interface Time {
    long now();

    void awaitTime(long then) throws InterruptedException;
  }

  private static final Time REAL =
      new Time() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public void awaitTime(long then) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(then - System.nanoTime());
        }
      };

  private final Time time;
  private final Executor people;
  private final int places;

  Arrivals(Time time, Executor people, int places) {
    this.time = time;
    this.people = people;
    this.places = places;
  }

  /**
   * Returns when the last has its answer.
   *
   * @param perSecond requests
   * @param next makes the next errand, on the thread that keeps the pace
   */
  public static Past run(int perSecond, Duration duration, Supplier<Errand> next)
      throws InterruptedException {
    return new Arrivals(REAL, task -> Thread.ofVirtual().start(task), MOST_AT_ONCE)
        .come(perSecond, duration, next);
  }

  Past come(int perSecond, Duration duration, Supplier<Errand> next) throws InterruptedException {
    Semaphore free = new Semaphore(places);
    AtomicInteger under = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    long began = time.now();
    long end = began + duration.toNanos();
    long turns = duration.toNanos() * perSecond / TimeUnit.SECONDS.toNanos(1);
    long turn = 0;
    while (turn < turns) {
      long due = began + turn * TimeUnit.SECONDS.toNanos(1) / perSecond;
      time.awaitTime(due);
      long left = end - time.now();
      if (left <= 0 || !free.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        break;
      }
      Errand errand = next.get();
      turn += errand.requests();
      most.accumulateAndGet(under.incrementAndGet(), Math::max);
      people.execute(
          () -> {
            try {
              errand.go(due);
            } finally {
              under.decrementAndGet();
              free.release();
            }
          });
    }
    free.acquire(places);
    return new Past(turn, Math.max(0, turns - turn), most.get(), (time.now() - began) / 1e9);
  }
}
