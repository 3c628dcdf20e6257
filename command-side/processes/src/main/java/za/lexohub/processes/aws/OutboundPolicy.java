package za.lexohub.processes.aws;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;

/**
 * What becomes of an event that could not be handed on. When the service is away ({@link
 * NotDelivered}), the whole batch fails and is tried again until it is back: parking would empty the
 * log into the dead-letter queue during an outage. Anything else is about this one event, and parks
 * its own sequence. An event that is parked already, and fails again, stays parked.
 */
public final class OutboundPolicy implements EnqueuePolicy<EventMessage<?>> {

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof NotDelivered passing && !(letter instanceof JdbcDeadLetter<?>)) {
        throw passing;
      }
    }
    return Decisions.enqueue(cause);
  }
}
