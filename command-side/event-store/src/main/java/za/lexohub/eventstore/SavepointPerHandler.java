package za.lexohub.eventstore;

import java.lang.reflect.Method;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.messages.processing.AsOne;

/**
 * Puts a savepoint around every event handler that runs in a transaction. A statement that
 * PostgreSQL rejects aborts the whole transaction; without the savepoint the event could not even
 * be parked in the dead-letter queue, which shares the batch's transaction. A batch that is tried
 * as one has a savepoint for all of it instead.
 */
class SavepointPerHandler implements HandlerEnhancerDefinition {

  private final TransactionTemplate nested;

  SavepointPerHandler(PlatformTransactionManager transactions) {
    nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    boolean handlesEvents =
        original
            .unwrap(Method.class)
            .filter(method -> method.isAnnotationPresent(EventHandler.class))
            .isPresent();
    return handlesEvents ? new Guarded<>(original) : original;
  }

  private final class Guarded<T> extends WrappedMessageHandlingMember<T> {

    Guarded(MessageHandlingMember<T> delegate) {
      super(delegate);
    }

    @Override
    public Object handle(Message<?> message, T target) throws Exception {
      if (!TransactionSynchronizationManager.isActualTransactionActive() || AsOne.isTried()) {
        return super.handle(message, target);
      }
      try {
        return nested.execute(
            status -> {
              try {
                return super.handle(message, target);
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new Checked(e);
              }
            });
      } catch (Checked e) {
        throw e.exception;
      }
    }
  }

  private static final class Checked extends RuntimeException {
    private final transient Exception exception;

    Checked(Exception exception) {
      super(exception);
      this.exception = exception;
    }
  }
}
