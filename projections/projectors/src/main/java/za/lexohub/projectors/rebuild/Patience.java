package za.lexohub.projectors.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again until there is an answer, for so long. */
record Patience(Duration longest) {

  private static final long PAUSE_MILLIS = 10;

  /** Empty when there was none in time. */
  <T> Optional<T> until(Supplier<Optional<T>> question) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent() || System.nanoTime() > end) {
        return answer;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }
}
