package za.lexohub.api.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.query.Consistency;

/**
 * How far the log reaches at this moment. A command that needs to know something of a view asks for
 * one that has come so far: who sends two commands one after the other need not read in between.
 */
@FunctionalInterface
public interface LogHead {
  Duration PATIENCE = Duration.ofSeconds(2);

  long position();

  /** What reflects all that was recorded until now, or is not shown at all. */
  default Consistency now() {
    return Consistency.through(position(), PATIENCE);
  }

  /**
   * Looks for what never changes about something once it is there.
   *
   * @throws Refusal when it is not there: nowhere in the log, or this caller may not know of it
   * @throws za.lexohub.query.NotYetConsistent when the view has not come so far in time
   */
  default <T> T found(Function<Consistency, Optional<T>> look) {
    return look.apply(Consistency.NONE)
        .or(() -> look.apply(now()))
        .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
  }
}
