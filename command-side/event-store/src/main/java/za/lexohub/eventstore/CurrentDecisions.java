package za.lexohub.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * No command is refused, answered without an event, or decided by what another aggregate says, on
 * the ground of an aggregate in memory that the log has gone on with: such a decision is a conflict
 * and is taken again, from the log. To what a command appends, the log itself sees.
 */
class CurrentDecisions implements MessageHandlerInterceptor<CommandMessage<?>> {

  private final EventStorageEngine log;

  CurrentDecisions(EventStorageEngine log) {
    this.log = log;
  }

  @Override
  public Object handle(
      UnitOfWork<? extends CommandMessage<?>> command, InterceptorChain interceptorChain)
      throws Exception {
    CachedAggregates used = CachedAggregates.in(command);
    // Before any aggregate is loaded, and so before the events are appended, in the same phase.
    command.onPrepareCommit(deciding -> used.requireUnchangedCurrent(log));
    try {
      return interceptorChain.proceed();
    } catch (ConcurrencyException conflict) {
      throw conflict;
    } catch (NoHandlerForCommandException otherKind) {
      // The bus knows a handler; what was kept under this id is of another kind and does not.
      throw new AggregateNotFoundException("?", otherKind.getMessage(), otherKind);
    } catch (IncompatibleAggregateException otherKind) {
      // What the log has under this id says nothing to this kind, which has not begun by it.
      throw new AggregateNotFoundException("?", otherKind.getMessage(), otherKind);
    } catch (Exception refusal) {
      requireCurrent(used, refusal);
      throw refusal;
    }
  }

  private void requireCurrent(CachedAggregates used, Exception refusal) {
    try {
      used.requireCurrent(log);
    } catch (RuntimeException stale) {
      stale.addSuppressed(refusal);
      throw stale;
    }
  }
}
