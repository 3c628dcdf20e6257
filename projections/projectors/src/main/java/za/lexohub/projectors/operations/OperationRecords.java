package za.lexohub.projectors.operations;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.operation.OperationEvents;
import za.lexohub.messages.operation.OperationEvents.DeadLetterRetried;
import za.lexohub.messages.operation.OperationEvents.DeadLetterSkipped;
import za.lexohub.messages.operation.OperationEvents.DriftFound;
import za.lexohub.messages.operation.OperationEvents.RebuildBegun;
import za.lexohub.messages.operation.OperationEvents.RebuildCompared;
import za.lexohub.messages.operation.OperationEvents.RebuildDiscarded;
import za.lexohub.messages.operation.OperationEvents.RebuildPromoted;
import za.lexohub.messages.operation.OperationEvents.RebuildRolledBack;
import za.lexohub.messages.operation.OperationEvents.ReplayBegun;
import za.lexohub.messages.operation.ReadModelId;
import za.lexohub.readmodels.position.DriftRecords;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Report;

/**
 * Writes what operators do, and what is found wrong, into the log itself: sealed, provable and for
 * ever like everything else that has happened. Nobody decides on these events, so they are appended
 * as they are, after the last one of their group.
 */
final class OperationRecords implements DriftRecords {

  /** The operators' own; no practice's. */
  static final TenantId TENANT = new TenantId("operations");

  private static final String AGGREGATE_TYPE = "ReadModel";
  private static final int ATTEMPTS = 5;

  private final Supplier<EventStore> log;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  OperationRecords(Supplier<EventStore> log) {
    this.log = log;
  }

  void retried(
      SecurityContext who,
      String group,
      String sequence,
      String event,
      boolean wentThrough,
      @Nullable String reason) {
    append(
        group,
        id -> new DeadLetterRetried(id, TENANT, group, sequence, event, wentThrough),
        operator(who, reason));
  }

  void skipped(
      SecurityContext who,
      String group,
      String sequence,
      ParkedSequence.Event event,
      String reason) {
    Long position = event.position();
    append(
        group,
        id ->
            new DeadLetterSkipped(
                id,
                TENANT,
                group,
                sequence,
                event.id(),
                event.type(),
                position == null ? 0 : position),
        operator(who, reason));
  }

  void replayBegun(SecurityContext who, String group, String reason) {
    append(group, id -> new ReplayBegun(id, TENANT, group), operator(who, reason));
  }

  void rebuildBegun(SecurityContext who, Rebuild rebuild, @Nullable String reason) {
    append(
        rebuild.group(),
        id -> new RebuildBegun(id, TENANT, rebuild.group(), version(rebuild), rebuild.segments()),
        operator(who, reason));
  }

  void rebuildCompared(
      SecurityContext who, Rebuild rebuild, Report report, @Nullable String reason) {
    append(
        rebuild.group(),
        id ->
            new RebuildCompared(
                id,
                TENANT,
                rebuild.group(),
                version(rebuild),
                report.same(),
                report.rows(),
                report.differences()),
        operator(who, reason));
  }

  void rebuildPromoted(
      SecurityContext who, Rebuild rebuild, long position, @Nullable String reason) {
    append(
        rebuild.group(),
        id -> new RebuildPromoted(id, TENANT, rebuild.group(), version(rebuild), position),
        operator(who, reason));
  }

  void rebuildRolledBack(SecurityContext who, Rebuild rebuild, String reason) {
    append(
        rebuild.group(),
        id -> new RebuildRolledBack(id, TENANT, rebuild.group(), version(rebuild)),
        operator(who, reason));
  }

  void rebuildDiscarded(SecurityContext who, Rebuild rebuild, @Nullable String reason) {
    append(
        rebuild.group(),
        id -> new RebuildDiscarded(id, TENANT, rebuild.group(), version(rebuild)),
        operator(who, reason));
  }

  private static String version(Rebuild rebuild) {
    return Integer.toString(rebuild.version());
  }

  @Override
  public void found(String group, String aggregateId, long position, List<String> fields) {
    append(
        group,
        id -> new DriftFound(id, TENANT, group, aggregateId, position, fields),
        metadata(ActorType.SYSTEM, "self-check", null));
  }

  private void append(
      String group, Function<ReadModelId, OperationEvents> event, MetaData metadata) {
    ReadModelId id = ReadModelId.ofGroup(group);
    for (int attempt = 1; ; attempt++) {
      try {
        EventStore store = log.get();
        long next = store.lastSequenceNumberFor(id.toString()).map(last -> last + 1).orElse(0L);
        store.publish(
            new GenericDomainEventMessage<>(
                AGGREGATE_TYPE, id.toString(), next, event.apply(id), metadata));
        return;
      } catch (ConcurrencyException taken) {
        // Another node has recorded something of the same group meanwhile.
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  private static MetaData operator(SecurityContext who, @Nullable String reason) {
    Principal principal = who.getPrincipal();
    return metadata(
        ActorType.OPERATOR, principal == null ? "nobody known" : principal.getName(), reason);
  }

  private static MetaData metadata(ActorType type, String actor, @Nullable String reason) {
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
}
