package za.lexohub.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.api.request.ClientNetwork;
import za.lexohub.api.request.Trace;
import za.lexohub.api.security.Actor;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceViewed;
import za.lexohub.messages.invoice.InvoiceId;

/**
 * Has it recorded that an invoice was seen, behind the answer: who reads waits for nothing, and a
 * view that cannot be recorded now is recorded at the next one. In a process without the role
 * {@code command} nobody takes the command, and views are not recorded.
 */
public final class FirstView implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstView.class);
  private static final int WAITING = 100;

  private final CommandGateway commands;
  private final Clock clock;
  private final ThreadPoolExecutor recorder =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("first-views").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  FirstView(CommandGateway commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /** Called for an invoice that nobody has seen yet; repeats change nothing. */
  public void of(UUID invoiceId, Actor viewer, HttpServletRequest request) {
    RecordInvoiceViewed command =
        new RecordInvoiceViewed(new InvoiceId(invoiceId), viewer.tenant(), clock.instant());
    Trace trace = Trace.of(request);
    Map<String, String> metadata =
        Map.of(
            MetadataKeys.TENANT, viewer.tenant().value(),
            MetadataKeys.ACTOR_TYPE, viewer.type().name(),
            MetadataKeys.ACTOR_ID, viewer.id(),
            MetadataKeys.CORRELATION_ID, trace.correlationId(),
            MetadataKeys.TRACEPARENT, trace.traceparent(),
            MetadataKeys.CLIENT_NETWORK, ClientNetwork.shortened(request.getRemoteAddr()));
    recorder.execute(() -> record(command, metadata));
  }

  private void record(RecordInvoiceViewed command, Map<String, String> metadata) {
    try {
      commands.sendAndWait(
          GenericCommandMessage.asCommandMessage(command).withMetaData(metadata),
          30,
          TimeUnit.SECONDS);
    } catch (RuntimeException notNow) {
      LOG.debug("the first view of {} is not recorded now", command.invoiceId(), notNow);
    }
  }

  @Override
  public void close() {
    recorder.shutdown();
  }
}
