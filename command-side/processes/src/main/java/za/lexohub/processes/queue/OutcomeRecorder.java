package za.lexohub.processes.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;

/**
 * Records in the log what a worker has done, in the worker's own name, and waits until it stands.
 */
public final class OutcomeRecorder {

  /** Far below a queue's visibility timeout. */
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);

  private final CommandGateway gateway;
  private final String actorId;

  public OutcomeRecorder(CommandGateway gateway, String actorId) {
    this.gateway = gateway;
    this.actorId = actorId;
  }

  /**
   * Returns when the command was handled. A refusal by a rule would be the same the next time, so
   * it is dropped with a warning; every other failure is thrown, for the message to come again.
   */
  public void record(TenantCommand command, String correlationId) throws Exception {
    try {
      dispatch(command, correlationId);
    } catch (RuleViolated | NotFound refusal) {
      log.warn(
          "{} was refused and is dropped: {}{}",
          command.getClass().getSimpleName(),
          refusal instanceof RuleViolated violated ? violated.rule().code() + ", " : "",
          FailureText.line(String.valueOf(refusal.getMessage())));
    }
  }

  /**
   * Returns when the command was handled.
   *
   * @throws RuleViolated or {@link NotFound} when it was refused; every other failure may pass
   */
  public void dispatch(TenantCommand command, String correlationId) throws Exception {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, command.tenant().value());
    metadata.put(MetadataKeys.ACTOR_TYPE, ActorType.SYSTEM.name());
    metadata.put(MetadataKeys.ACTOR_ID, actorId);
    metadata.put(MetadataKeys.CORRELATION_ID, correlationId);
    QueueTrace.current().ifPresent(it -> metadata.put(MetadataKeys.TRACEPARENT, it));
    try {
      gateway
          .send(GenericCommandMessage.asCommandMessage(command).withMetaData(metadata))
          .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      RuntimeException refusal = refusal(e);
      throw refusal == null ? e : refusal;
    }
  }

  private static @Nullable RuntimeException refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RuleViolated || cause instanceof NotFound) {
        return (RuntimeException) cause;
      }
      if (cause instanceof AggregateNotFoundException) {
        return new NotFound("What the command names was");
      }
    }
    return null;
  }
}
