package za.lexohub.projectors.operations;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@code /actuator/deadletters}: what could not be handled and waits, by group and sequence, and
 * the levers to try it again or to leave an event out.
 */
@WebEndpoint(id = "deadletters")
final class DeadLettersEndpoint {

  private final ParkedSequences parked;
  private final DeadLetterWork work;

  DeadLettersEndpoint(ParkedSequences parked, DeadLetterWork work) {
    this.parked = parked;
    this.work = work;
  }

  @ReadOperation
  public Overview all() {
    List<ParkedGroup> groups =
        new TreeMap<>(parked.counts())
            .entrySet().stream()
                .map(e -> new ParkedGroup(e.getKey(), e.getValue(), parked.of(e.getKey())))
                .toList();
    return new Overview(groups);
  }

  @ReadOperation
  public ParkedGroup one(@Selector String group) {
    return new ParkedGroup(group, parked.counts().getOrDefault(group, 0L), parked.of(group));
  }

  /**
   * @param action retry, or skip: leaves the first event out and tries those after it
   * @param sequence as it is listed
   * @param reason compulsory for a skip
   */
  @WriteOperation
  public WebEndpointResponse<Object> act(
      SecurityContext who,
      @Selector String group,
      String action,
      String sequence,
      @Nullable String reason) {
    return Reply.of(
        () ->
            switch (action) {
              case "retry" -> work.retry(who, group, sequence, OperationsLog.optional(reason));
              case "skip" ->
                  work.skip(
                      who, group, sequence, OperationsLog.compulsory(reason, "To skip an event"));
              default -> throw Refused.invalid("The action is retry or skip.");
            });
  }

  record Overview(List<ParkedGroup> groups) {}

  /**
   * @param parkedSequences all of them; no more than {@value ParkedSequences#SHOWN} are listed
   */
  record ParkedGroup(String group, long parkedSequences, List<ParkedSequence> sequences) {}
}
