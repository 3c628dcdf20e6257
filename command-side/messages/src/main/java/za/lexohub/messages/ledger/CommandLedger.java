package za.lexohub.messages.ledger;

import java.util.Optional;
import org.axonframework.common.AxonNonTransientException;
import za.lexohub.messages.TenantId;

/**
 * Which idempotency keys have been used, kept for ever. The row of a command that appends events
 * commits with them or not at all: the event store writes it from the command's metadata ({@code
 * IDEMPOTENCY_KEY}, {@code REQUEST_HASH}, {@code TARGET}).
 */
public interface CommandLedger {

  Optional<CommandOutcome> find(TenantId tenant, String key);

  /**
   * Writes the row of a command that succeeded without events, with the target's present version.
   * When the key was written meanwhile, that outcome is returned instead.
   */
  CommandOutcome recordWithoutEvents(
      TenantId tenant, String key, String requestHash, String aggregateId);

  /** A command said more at once than the log takes; to repeat it is of no use. */
  class TooLarge extends AxonNonTransientException {
    protected TooLarge(String message) {
      super(message);
    }
  }

  /** Another node's command with the same key committed first; its outcome can be found. */
  final class KeyTaken extends RuntimeException {
    public KeyTaken(String key) {
      super("idempotency key " + key + " was used meanwhile");
    }
  }
}
