package za.lexohub.processes.redrive;

import java.security.Principal;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.operation.OperationEvents.QueueRedriven;
import za.lexohub.messages.operation.OperationJournal;
import za.lexohub.messages.operation.ReadModelId;

/** Writes into the log who gave dead messages back, and why. */
final class RedriveRecords {

  private final OperationJournal journal;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  RedriveRecords(Supplier<EventStore> log) {
    this.journal = new OperationJournal(log);
  }

  void redriven(@Nullable Principal who, String queue, long messages, String reason) {
    ReadModelId id = ReadModelId.ofGroup("queue/" + queue);
    journal.append(
        id,
        new QueueRedriven(id, OperationJournal.TENANT, queue, messages),
        OperationJournal.operator(who, reason));
  }
}
