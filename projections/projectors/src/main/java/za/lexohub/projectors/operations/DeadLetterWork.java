package za.lexohub.projectors.operations;

import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;

/** Works off what is parked, one sequence at a time and in its order. */
final class DeadLetterWork {

  private final Supplier<EventProcessingConfiguration> processors;
  private final ProcessingGroups groups;
  private final ParkedSequences parked;
  private final OperationRecords records;

  DeadLetterWork(
      Supplier<EventProcessingConfiguration> processors,
      ProcessingGroups groups,
      ParkedSequences parked,
      OperationRecords records) {
    this.processors = processors;
    this.groups = groups;
    this.parked = parked;
    this.records = records;
  }

  /** Gives the events to their handlers again until one fails or none is left. */
  Outcome retry(SecurityContext who, String group, String sequence, @Nullable String reason) {
    ParkedSequence waiting = demand(group, sequence);
    OperationsLog.act(who, "retry", group + "/" + sequence, reason);
    Outcome outcome = process(group, sequence, null);
    OperationsLog.recorded(
        "retry",
        group + "/" + sequence,
        () ->
            records.retried(
                who, group, sequence, waiting.first().id(), outcome.wentThrough(), reason));
    return outcome;
  }

  /** Leaves the first event out for good, in this group only, and tries those after it. */
  Outcome skip(SecurityContext who, String group, String sequence, String reason) {
    ParkedSequence waiting = demand(group, sequence);
    OperationsLog.act(
        who, "skip", "%s/%s event %s".formatted(group, sequence, waiting.first()), reason);
    // Before it is done: what cannot be recorded is not left out.
    records.skipped(who, group, sequence, waiting.first(), reason);
    evict(group, sequence, waiting.first().id());
    return process(group, sequence, waiting.first());
  }

  private ParkedSequence demand(String group, String sequence) {
    groups.processor(group);
    return parked
        .find(group, sequence)
        .orElseThrow(
            () -> Refused.notFound("Nothing of " + sequence + " is parked in " + group + "."));
  }

  private void evict(String group, String sequence, String event) {
    SequencedDeadLetterQueue<EventMessage<?>> queue =
        processors
            .get()
            .deadLetterQueue(group)
            .orElseThrow(() -> Refused.notFound(group + " has no dead-letter queue."));
    for (DeadLetter<? extends EventMessage<?>> letter : queue.deadLetterSequence(sequence)) {
      if (letter.message().getIdentifier().equals(event)) {
        queue.evict(letter);
        return;
      }
    }
  }

  private Outcome process(String group, String sequence, ParkedSequence.@Nullable Event skipped) {
    SequencedDeadLetterProcessor<EventMessage<?>> processor =
        processors
            .get()
            .sequencedDeadLetterProcessor(group)
            .orElseThrow(() -> Refused.notFound(group + " has no dead-letter queue."));
    processor.process(letter -> isOf(letter, sequence));
    ParkedSequence left = parked.find(group, sequence).orElse(null);
    Outcome outcome = new Outcome(group, sequence, left == null, skipped, left);
    OperationsLog.outcome(
        skipped == null ? "retry" : "skip",
        group + "/" + sequence,
        left == null ? "went through" : "still parked, " + left.events() + " events");
    return outcome;
  }

  private static boolean isOf(DeadLetter<?> letter, String sequence) {
    return letter instanceof JdbcDeadLetter<?> stored
        && sequence.equals(stored.getSequenceIdentifier());
  }

  /**
   * What came of it.
   *
   * @param wentThrough whether nothing of the sequence is parked any more
   * @param skipped the event that was left out
   * @param left what is still parked, with the cause of now
   */
  record Outcome(
      String group,
      String sequence,
      boolean wentThrough,
      ParkedSequence.@Nullable Event skipped,
      @Nullable ParkedSequence left) {}
}
