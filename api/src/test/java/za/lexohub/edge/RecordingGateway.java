package za.lexohub.edge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;

/** Remembers commands and answers them as told: with one event, with none, or with a refusal. */
final class RecordingGateway implements CommandGateway {
  private final RecordingLedger ledger;
  final List<CommandMessage<?>> commands = new CopyOnWriteArrayList<>();
  volatile @Nullable RuntimeException refusal;
  volatile boolean appends = true;
  volatile @Nullable CountDownLatch held;

  RecordingGateway(RecordingLedger ledger) {
    this.ledger = ledger;
  }

  void reset() {
    commands.clear();
    refusal = null;
    appends = true;
    held = null;
  }

  CommandMessage<?> only() {
    if (commands.size() != 1) {
      throw new AssertionError(commands.size() + " commands instead of one: " + commands);
    }
    return commands.getFirst();
  }

  <T> T only(Class<T> type) {
    return type.cast(only().getPayload());
  }

  @Override
  public <R> CompletableFuture<R> send(Object command) {
    CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command);
    commands.add(message);
    return CompletableFuture.supplyAsync(
        () -> {
          await();
          RuntimeException refused = refusal;
          if (refused != null) {
            throw refused;
          }
          if (appends) {
            ledger.append(
                new TenantId(value(message, MetadataKeys.TENANT)),
                value(message, MetadataKeys.IDEMPOTENCY_KEY),
                value(message, MetadataKeys.REQUEST_HASH),
                value(message, MetadataKeys.TARGET));
          }
          return null;
        });
  }

  private void await() {
    CountDownLatch latch = held;
    try {
      if (latch != null && !latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let the command go");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String value(CommandMessage<?> message, String key) {
    return String.valueOf(message.getMetaData().get(key));
  }

  @Override
  public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
    throw new AssertionError("the edge waits for a future");
  }

  @Override
  public <R> R sendAndWait(Object command) {
    throw new AssertionError("the edge waits for a future");
  }

  @Override
  public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
    throw new AssertionError("the edge waits for a future");
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return () -> true;
  }
}
