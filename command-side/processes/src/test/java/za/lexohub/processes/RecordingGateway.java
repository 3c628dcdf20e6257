package za.lexohub.processes;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Keeps the commands that it is given, and handles them as it is told. */
public final class RecordingGateway implements CommandGateway {

  private final List<CommandMessage<?>> sent = new CopyOnWriteArrayList<>();
  private Consumer<Object> handler = command -> {};

  public RecordingGateway handling(Consumer<Object> handler) {
    this.handler = handler;
    return this;
  }

  public List<CommandMessage<?>> sent() {
    return sent;
  }

  public List<Object> commands() {
    return sent.stream().map(message -> (Object) message.getPayload()).toList();
  }

  @Override
  public <R> CompletableFuture<R> send(Object command) {
    CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
    sent.add(message);
    try {
      handler.accept(message.getPayload());
      return CompletableFuture.completedFuture(null);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
    this.<R>send(command)
        .whenComplete(
            (result, failure) ->
                callback.onResult(
                    GenericCommandMessage.asCommandMessage(command),
                    failure == null
                        ? GenericCommandResultMessage.asCommandResultMessage(result)
                        : GenericCommandResultMessage.asCommandResultMessage(failure)));
  }

  @Override
  public <R> R sendAndWait(Object command) {
    return this.<R>send(command).join();
  }

  @Override
  public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
    return sendAndWait(command);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return () -> false;
  }
}
