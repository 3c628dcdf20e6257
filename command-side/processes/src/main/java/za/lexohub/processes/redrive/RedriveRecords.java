package za.lexohub.processes.redrive;

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
import za.lexohub.messages.operation.OperationEvents.QueueRedriven;
import za.lexohub.messages.operation.ReadModelId;

/**
 * Writes into the log who gave dead messages back, and why: sealed, provable and for ever like
 * everything else that has happened. Nobody decides on these events, so they are appended as they
 * are, after the last one of their queue.
 */
final class RedriveRecords {

  /** The operators' own; no practice's. */
  private static final TenantId TENANT = new TenantId("operations");

  private static final String AGGREGATE_TYPE = "ReadModel";
  private static final int ATTEMPTS = 5;

  private final Supplier<EventStore> log;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  RedriveRecords(Supplier<EventStore> log) {
    this.log = log;
  }

  void redriven(@Nullable Principal who, String queue, long messages, String reason) {
    ReadModelId id = ReadModelId.ofGroup("queue/" + queue);
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, TENANT.value());
    metadata.put(MetadataKeys.ACTOR_TYPE, ActorType.OPERATOR.name());
    metadata.put(MetadataKeys.ACTOR_ID, who == null ? "nobody known" : who.getName());
    metadata.put(MetadataKeys.CORRELATION_ID, UUID.randomUUID().toString());
    metadata.put(MetadataKeys.REASON, reason);
    for (int attempt = 1; ; attempt++) {
      try {
        EventStore store = log.get();
        long next = store.lastSequenceNumberFor(id.toString()).map(last -> last + 1).orElse(0L);
        store.publish(
            new GenericDomainEventMessage<>(
                AGGREGATE_TYPE,
                id.toString(),
                next,
                new QueueRedriven(id, TENANT, queue, messages),
                MetaData.from(metadata)));
        return;
      } catch (ConcurrencyException taken) {
        // Another node has recorded something of the same queue meanwhile.
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }
}
