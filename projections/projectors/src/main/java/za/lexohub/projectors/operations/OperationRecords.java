package za.lexohub.projectors.operations;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import za.lexohub.messages.ActorType;
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
import za.lexohub.messages.operation.OperationJournal;
import za.lexohub.messages.operation.ReadModelId;
import za.lexohub.readmodels.position.DriftRecords;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Report;

/** Writes what operators do to read models, and what is found wrong with them, into the log. */
final class OperationRecords implements DriftRecords {

  private final OperationJournal journal;

  /**
   * @param log first asked when there is something to write, after everything is wired
   */
  OperationRecords(Supplier<EventStore> log) {
    this.journal = new OperationJournal(log);
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
        id ->
            new DeadLetterRetried(id, OperationJournal.TENANT, group, sequence, event, wentThrough),
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
                OperationJournal.TENANT,
                group,
                sequence,
                event.id(),
                event.type(),
                position == null ? 0 : position),
        operator(who, reason));
  }

  void replayBegun(SecurityContext who, String group, String reason) {
    append(group, id -> new ReplayBegun(id, OperationJournal.TENANT, group), operator(who, reason));
  }

  void rebuildBegun(SecurityContext who, Rebuild rebuild, @Nullable String reason) {
    append(
        rebuild.group(),
        id ->
            new RebuildBegun(
                id, OperationJournal.TENANT, rebuild.group(), version(rebuild), rebuild.segments()),
        operator(who, reason));
  }

  void rebuildCompared(
      SecurityContext who, Rebuild rebuild, Report report, @Nullable String reason) {
    append(
        rebuild.group(),
        id ->
            new RebuildCompared(
                id,
                OperationJournal.TENANT,
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
        id ->
            new RebuildPromoted(
                id, OperationJournal.TENANT, rebuild.group(), version(rebuild), position),
        operator(who, reason));
  }

  void rebuildRolledBack(SecurityContext who, Rebuild rebuild, String reason) {
    append(
        rebuild.group(),
        id -> new RebuildRolledBack(id, OperationJournal.TENANT, rebuild.group(), version(rebuild)),
        operator(who, reason));
  }

  void rebuildDiscarded(SecurityContext who, Rebuild rebuild, @Nullable String reason) {
    append(
        rebuild.group(),
        id -> new RebuildDiscarded(id, OperationJournal.TENANT, rebuild.group(), version(rebuild)),
        operator(who, reason));
  }

  private static String version(Rebuild rebuild) {
    return Integer.toString(rebuild.version());
  }

  @Override
  public void found(String group, String aggregateId, long position, List<String> fields) {
    append(
        group,
        id -> new DriftFound(id, OperationJournal.TENANT, group, aggregateId, position, fields),
        OperationJournal.metadata(ActorType.SYSTEM, "self-check", null));
  }

  private void append(
      String group, Function<ReadModelId, OperationEvents> event, MetaData metadata) {
    ReadModelId id = ReadModelId.ofGroup(group);
    journal.append(id, event.apply(id), metadata);
  }

  private static MetaData operator(SecurityContext who, @Nullable String reason) {
    return OperationJournal.operator(who.getPrincipal(), reason);
  }
}
