package za.lexohub.processes.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;

/**
 * All that a saga does to the world: it sends commands in its own name and has itself woken.
 *
 * <p>A deadline is armed and disarmed in the transaction that stores the saga: if that is rolled
 * back, the deadline stays as it was. A command is decided on its own, at once and whatever becomes
 * of that transaction, so it may be sent again when the event is handled again. Nobody here waits
 * for its outcome: the event it leads to is the answer, and a deadline covers the answer that does
 * not come.
 */
public final class Conductor {

  private static final Logger log = LoggerFactory.getLogger(Conductor.class);

  private final CommandGateway commands;
  private final DeadlineManager deadlines;
  private final Clock clock;

  public Conductor(CommandGateway commands, DeadlineManager deadlines, Clock clock) {
    this.commands = commands;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * @param saga the name under which the log shows who asked
   * @param correlationId of the request that the process serves
   */
  public void send(String saga, @Nullable String correlationId, TenantCommand command) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, command.tenant().value());
    metadata.put(MetadataKeys.ACTOR_TYPE, ActorType.SYSTEM.name());
    metadata.put(MetadataKeys.ACTOR_ID, saga);
    if (correlationId != null) {
      metadata.put(MetadataKeys.CORRELATION_ID, correlationId);
    }
    commands
        .send(new GenericCommandMessage<>(command, metadata))
        .whenComplete((result, failure) -> report(saga, command, failure));
  }

  /**
   * Arms the process's deadline, in place of the one it had. Fires at once when {@code at} is past.
   */
  public Alarm arm(String deadline, Alarm alarm, Instant at) {
    Alarm off = disarm(deadline, alarm);
    int turn = off.turn() + 1;
    return new Alarm(deadlines.schedule(at, deadline, turn), turn, at);
  }

  public Alarm arm(String deadline, Alarm alarm, Duration fromNow) {
    return arm(deadline, alarm, now().plus(fromNow));
  }

  /**
   * Takes the process's deadline away, if it has one. One that is being run at this moment cannot
   * be taken away any more, which is no failure: when it reaches the saga, {@link Alarm#isDue} says
   * no.
   */
  public Alarm disarm(String deadline, Alarm alarm) {
    if (alarm.scheduleId() != null) {
      deadlines.cancelSchedule(deadline, alarm.scheduleId());
    }
    return alarm.fired();
  }

  private static void report(String saga, TenantCommand command, @Nullable Throwable failure) {
    if (failure == null) {
      return;
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String name = command.getClass().getSimpleName();
    if (failure instanceof RuleViolated || cause instanceof RuleViolated) {
      log.warn("{}: {} was refused, the deadline decides: {}", saga, name, cause.getMessage());
    } else {
      log.warn("{}: {} failed, the deadline asks again", saga, name, failure);
    }
  }
}
