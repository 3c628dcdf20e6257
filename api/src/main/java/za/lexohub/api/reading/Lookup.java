package za.lexohub.api.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;

/** Looks for something that a command needs to know of and that may be shown a moment later. */
public final class Lookup {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(20);

  /**
   * @throws Refusal when it is not there in time: it is not there at all, or this caller may not
   *     know of it
   */
  public static <T> T found(Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      if (System.nanoTime() - deadline >= 0) {
        throw Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private Lookup() {}
}
