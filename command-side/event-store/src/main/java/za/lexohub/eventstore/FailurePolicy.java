package za.lexohub.eventstore;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import za.lexohub.messages.processing.AsOne;
import za.lexohub.messages.processing.Failure;
import za.lexohub.messages.processing.PassingFailure;

/**
 * What becomes of an event whose handler threw. When the failure may pass by itself the batch fails
 * and is tried again, in order and without loss; otherwise the event and everything after it in its
 * sequence are parked, and the other sequences go on. Nothing is ever skipped.
 */
public class FailurePolicy implements EnqueuePolicy<EventMessage<?>> {

  /** In a letter's diagnostics: how often its event was given to its handlers. */
  private static final String TRIED = "tried";

  /** In a letter's diagnostics too: Axon loses the type when a letter is parked once more. */
  private static final String CAUSE_TYPE = "causeType";

  private final List<PassingFailure> known;

  public FailurePolicy(List<PassingFailure> contributed) {
    known = new ArrayList<>(contributed);
    known.add(FailurePolicy::isPassingIo);
  }

  private static boolean isPassingIo(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || (failure instanceof SQLException sql && Sql.mayPass(sql));
  }

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (letter instanceof JdbcDeadLetter<?>) {
      // Parked already and worked off once more: it stays parked.
      return parked(cause);
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      Throwable failure = t;
      if (known.stream().anyMatch(k -> k.mayPass(failure))) {
        throw new TryAgain(cause);
      }
    }
    if (AsOne.isTried()) {
      // Which event it is about will be seen when each is applied by itself.
      throw new AsOne.Failed(cause);
    }
    return parked(cause);
  }

  /** With what may be kept of the cause, its type and how often the event was tried. */
  private static EnqueueDecision<EventMessage<?>> parked(Throwable cause) {
    Failure failure = Failure.of(cause);
    return Decisions.enqueue(
        new ThrowableCause(failure.type(), failure.message()),
        letter -> {
          int before =
              letter.diagnostics().get(TRIED) instanceof Number times ? times.intValue() : 0;
          return letter.diagnostics().and(TRIED, before + 1).and(CAUSE_TYPE, failure.type());
        });
  }

  /** Fails the batch; the processor backs off and tries it again. */
  static final class TryAgain extends RuntimeException {
    TryAgain(Throwable cause) {
      super("may pass, the batch is tried again: " + cause.getMessage(), cause);
    }
  }
}
