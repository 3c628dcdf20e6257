package za.lexohub.audit.seal;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.operation.OperationEvents.SigningKeyChanged;

/**
 * Writes into the log that another key is to sign it, who wanted that, and why. Nobody decides on
 * these events, so they are appended as they are.
 */
final class KeyRecords {

  /** The operators' own; no practice's. */
  private static final TenantId TENANT = new TenantId("operations");

  private static final String AGGREGATE_TYPE = "ReadModel";
  private static final int ATTEMPTS = 5;

  private final Supplier<EventStore> log;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  KeyRecords(Supplier<EventStore> log) {
    this.log = log;
  }

  void changed(@Nullable Principal who, String oldKey, String newKey, String reason) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, TENANT.value());
    metadata.put(MetadataKeys.ACTOR_TYPE, ActorType.OPERATOR.name());
    metadata.put(MetadataKeys.ACTOR_ID, who == null ? "nobody known" : who.getName());
    metadata.put(MetadataKeys.CORRELATION_ID, UUID.randomUUID().toString());
    metadata.put(MetadataKeys.REASON, reason);
    String id = KeyWishes.KEY.toString();
    for (int attempt = 1; ; attempt++) {
      try {
        EventStore store = log.get();
        long next = store.lastSequenceNumberFor(id).map(last -> last + 1).orElse(0L);
        store.publish(
            new GenericDomainEventMessage<>(
                AGGREGATE_TYPE,
                id,
                next,
                new SigningKeyChanged(KeyWishes.KEY, TENANT, oldKey, newKey),
                MetaData.from(metadata)));
        return;
      } catch (ConcurrencyException taken) {
        // Somebody has asked for the same on another node meanwhile; both get the same key.
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }
}
