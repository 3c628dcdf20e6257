package za.lexohub.projectors.operations;

import java.util.List;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import za.lexohub.messages.processing.Failure;

/**
 * {@code /actuator/projections}: how far every processing group of this node has come, and the
 * levers to stop and start it, and to build a read model anew from the first event on.
 */
@WebEndpoint(id = "projections")
final class ProjectionsEndpoint {

  private final ProcessingGroups groups;
  private final OperationRecords records;

  ProjectionsEndpoint(ProcessingGroups groups, OperationRecords records) {
    this.groups = groups;
    this.records = records;
  }

  @ReadOperation
  public Groups all() {
    return new Groups(groups.all());
  }

  @ReadOperation
  public WebEndpointResponse<Object> one(@Selector String group) {
    return Reply.of(() -> groups.one(group));
  }

  /**
   * @param action replay, stop or start, on this node
   * @param reason compulsory for a replay
   */
  @WriteOperation
  public WebEndpointResponse<Object> act(
      SecurityContext who, @Selector String group, String action, @Nullable String reason) {
    return Reply.of(
        () -> {
          StreamingEventProcessor processor = groups.processor(group);
          switch (action) {
            case "replay" -> replay(who, group, processor, reason);
            case "stop" -> {
              OperationsLog.act(who, action, group, OperationsLog.optional(reason));
              processor.shutDown();
            }
            case "start" -> {
              OperationsLog.act(who, action, group, OperationsLog.optional(reason));
              processor.start();
            }
            default -> throw Refused.invalid("The action is replay, stop or start.");
          }
          return groups.one(group);
        });
  }

  /** One at a time: the second would reset what the first has just begun. */
  private synchronized void replay(
      SecurityContext who,
      String group,
      StreamingEventProcessor processor,
      @Nullable String reason) {
    if (groups.kind(group) != GroupKind.READ_MODEL) {
      throw Refused.conflict(
          "not-replayable",
          group
              + " is no read model: a replay would send its commands, work or news a second time.");
    }
    String because = OperationsLog.compulsory(reason, "A replay");
    OperationsLog.act(who, "replay", group, because);
    boolean wasRunning = processor.isRunning();
    boolean reset = false;
    processor.shutDown();
    try {
      processor.resetTokens(StreamableMessageSource::createTailToken);
      reset = true;
      OperationsLog.outcome("replay", group, "begun");
      OperationsLog.recorded("replay", group, () -> records.replayBegun(who, group, because));
    } catch (UnableToClaimTokenException e) {
      OperationsLog.outcome("replay", group, "refused, another node holds a segment");
      throw Refused.conflict(
          "segment-held-elsewhere",
          "Another node works on "
              + group
              + ". Stop the group there first (POST {\"action\":\"stop\"} on each other node that"
              + " runs it), replay here, then start it there again.");
    } catch (RuntimeException e) {
      OperationsLog.outcome("replay", group, "failed, " + Failure.of(e));
      throw Refused.unavailable(
          group + " could not be emptied and is left as it was: " + Failure.of(e).message());
    } finally {
      if (reset || wasRunning) {
        processor.start();
      }
    }
  }

  record Groups(List<GroupState> groups) {}
}
