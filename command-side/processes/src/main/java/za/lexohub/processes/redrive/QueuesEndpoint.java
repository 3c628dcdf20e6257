package za.lexohub.processes.redrive;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;

/**
 * {@code /actuator/queues}: how the work queues stand, and the lever to give back what lies dead.
 * Refusals are problems (RFC 9457).
 */
@WebEndpoint(id = "queues")
final class QueuesEndpoint {

  private static final MimeType PROBLEM = new MimeType("application", "problem+json");
  private static final int LONGEST_REASON = 500;

  private final WorkQueues queues;
  private final RedriveRecords records;

  QueuesEndpoint(WorkQueues queues, RedriveRecords records) {
    this.queues = queues;
    this.records = records;
  }

  @ReadOperation
  public WebEndpointResponse<Object> all() {
    return answer(() -> new Overview(queues.names().stream().map(queues::state).toList()));
  }

  @ReadOperation
  public WebEndpointResponse<Object> one(@Selector String queue) {
    return answer(() -> queues.state(queue));
  }

  /**
   * Recorded in the log before it is done: when the queue does not answer then, the record says
   * that somebody wanted it.
   *
   * @param action redrive
   * @param reason compulsory
   */
  @WriteOperation
  public WebEndpointResponse<Object> act(
      SecurityContext who, @Selector String queue, String action, @Nullable String reason) {
    return answer(
        () -> {
          if (!action.equals("redrive")) {
            throw new Refused(400, "invalid-input", "The action is redrive.");
          }
          String why = compulsory(reason);
          long dead = queues.redrivable(queue);
          records.redriven(who.getPrincipal(), queue, dead, why);
          queues.redrive(queue);
          return queues.state(queue);
        });
  }

  private static String compulsory(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new Refused(400, "invalid-input", "To redrive a queue takes a reason.");
    }
    if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(
          400, "invalid-input", "A reason is one line of up to " + LONGEST_REASON + " characters.");
    }
    return reason.strip();
  }

  private static WebEndpointResponse<Object> answer(Supplier<?> answer) {
    try {
      return new WebEndpointResponse<>(answer.get());
    } catch (Refused e) {
      return new WebEndpointResponse<>(
          new Problem(e.status(), e.code(), String.valueOf(e.getMessage())), e.status(), PROBLEM);
    }
  }

  record Overview(List<QueueState> queues) {}

  /**
   * @param code stable
   */
  record Problem(int status, String code, String detail) {}
}
