package za.lexohub.audit.seal;

import java.security.Principal;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.operation.OperationEvents.SigningKeyChanged;
import za.lexohub.messages.operation.OperationJournal;

/**
 * Writes into the log that another key is to sign it, who wanted that, and why. Two nodes that are
 * asked for the same at once want the same key.
 */
final class KeyRecords {

  private final OperationJournal journal;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  KeyRecords(Supplier<EventStore> log) {
    this.journal = new OperationJournal(log);
  }

  void changed(@Nullable Principal who, String oldKey, String newKey, String reason) {
    journal.append(
        KeyWishes.KEY,
        new SigningKeyChanged(KeyWishes.KEY, OperationJournal.TENANT, oldKey, newKey),
        OperationJournal.operator(who, reason));
  }
}
