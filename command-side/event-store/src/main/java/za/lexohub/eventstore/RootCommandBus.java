package za.lexohub.eventstore;

import io.opentelemetry.context.Context;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * A local command bus on which every command is the root of its own unit of work. Axon would nest a
 * command that a saga sends into the saga's unit of work and append its events only when that
 * commits, after the sender was told of success. Here such a command runs on a thread of its own;
 * who sends one from a handler must not wait for its result.
 *
 * <p>No transaction of Spring's: the append is atomic by itself, and nothing else is written.
 */
class RootCommandBus extends SimpleCommandBus implements AutoCloseable {

  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("command-", 0).factory());

  RootCommandBus(CommandBusSpanFactory spans) {
    super(
        SimpleCommandBus.builder()
            .transactionManager(NoTransactionManager.INSTANCE)
            .spanFactory(spans));
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    if (CurrentUnitOfWork.isStarted()) {
      executor.execute(Context.current().wrap(() -> super.handle(command, handler, callback)));
    } else {
      super.handle(command, handler, callback);
    }
  }

  /** Waits for the commands under way. */
  @Override
  public void close() {
    executor.close();
  }
}
