package za.lexohub.messages.operation;

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

/**
 * Writes what operators do, and what is found wrong, into the log itself: sealed, provable and for
 * ever like everything else that has happened. Nobody decides on these events, so they are appended
 * as they are, after the last one of their stream.
 */
public final class OperationJournal {

  /** The operators' own; no practice's. */
  public static final TenantId TENANT = new TenantId("operations");

  /** Of every stream in it. */
  public static final String AGGREGATE_TYPE = "ReadModel";

  private static final int ATTEMPTS = 5;

  private final Supplier<EventStore> log;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  public OperationJournal(Supplier<EventStore> log) {
    this.log = log;
  }

  /** An operator's act: who, and why if a reason was given. */
  public static MetaData operator(@Nullable Principal who, @Nullable String reason) {
    return metadata(ActorType.OPERATOR, who == null ? "nobody known" : who.getName(), reason);
  }

  public static MetaData metadata(ActorType type, String actor, @Nullable String reason) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, TENANT.value());
    metadata.put(MetadataKeys.ACTOR_TYPE, type.name());
    metadata.put(MetadataKeys.ACTOR_ID, actor);
    metadata.put(MetadataKeys.CORRELATION_ID, UUID.randomUUID().toString());
    if (reason != null) {
      metadata.put(MetadataKeys.REASON, reason);
    }
    return MetaData.from(metadata);
  }

  /**
   * Appends to the stream of that id.
   *
   * @throws ConcurrencyException when other nodes were faster each time
   */
  public void append(ReadModelId id, OperationEvents event, MetaData metadata) {
    for (int attempt = 1; ; attempt++) {
      try {
        EventStore store = log.get();
        long next = store.lastSequenceNumberFor(id.toString()).map(last -> last + 1).orElse(0L);
        store.publish(
            new GenericDomainEventMessage<>(AGGREGATE_TYPE, id.toString(), next, event, metadata));
        return;
      } catch (ConcurrencyException taken) {
        // Another node has recorded something in the same stream meanwhile.
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }
}
