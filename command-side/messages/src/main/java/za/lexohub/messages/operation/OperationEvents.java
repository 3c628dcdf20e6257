package za.lexohub.messages.operation;

import java.util.List;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.serialization.EventType;

/**
 * What operators have done to one processing group, and what was found wrong with its read model.
 * Of the tenant of the operators, whose log holds nothing else; who did it and why stands in the
 * metadata. No aggregate decides on them.
 */
public sealed interface OperationEvents extends DomainEvent {

  ReadModelId readModelId();

  /**
   * A parked sequence was given to its handlers again.
   *
   * @param sequence the id of the aggregate whose events were parked
   * @param eventId the first of them, before it was tried
   * @param wentThrough whether nothing of the sequence was parked any more afterwards
   */
  @EventType("DeadLetterRetried")
  record DeadLetterRetried(
      ReadModelId readModelId,
      TenantId tenantId,
      String group,
      String sequence,
      String eventId,
      boolean wentThrough)
      implements OperationEvents {}

  /**
   * An event was left out of a read model for good: what the read model shows of the aggregate may
   * be wrong until it is built anew. Recorded before it is done.
   *
   * @param sequence the id of the aggregate whose events were parked
   * @param position of the event in the log; 0 when it was not kept
   */
  @EventType("DeadLetterSkipped")
  record DeadLetterSkipped(
      ReadModelId readModelId,
      TenantId tenantId,
      String group,
      String sequence,
      String eventId,
      String eventType,
      long position)
      implements OperationEvents {}

  /** The read model is emptied and built anew from the first event on. */
  @EventType("ReplayBegun")
  record ReplayBegun(ReadModelId readModelId, TenantId tenantId, String group)
      implements OperationEvents {}

  /**
   * The read model shows something else of an aggregate than its events say.
   *
   * @param position of the last event that changed one of the fields; 0 when none did
   * @param fields the names of what differs
   */
  @EventType("DriftFound")
  record DriftFound(
      ReadModelId readModelId,
      TenantId tenantId,
      String group,
      String aggregateId,
      long position,
      List<String> fields)
      implements OperationEvents {
    public DriftFound {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A new version of the read model begins to fill beside the one that is read.
   *
   * @param version counted from 2
   * @param segments that fill it
   */
  @EventType("RebuildBegun")
  record RebuildBegun(
      ReadModelId readModelId, TenantId tenantId, String group, String version, int segments)
      implements OperationEvents {}

  /**
   * The version beside was compared with what is read, row by row at one position.
   *
   * @param rows of the version beside
   * @param differences rows that are not the same, or are in one of the two only
   */
  @EventType("RebuildCompared")
  record RebuildCompared(
      ReadModelId readModelId,
      TenantId tenantId,
      String group,
      String version,
      boolean same,
      long rows,
      long differences)
      implements OperationEvents {}

  /**
   * The version is what is read. The reason in the metadata says why, when it differed from what
   * was read before.
   *
   * @param position up to which it had applied everything
   */
  @EventType("RebuildPromoted")
  record RebuildPromoted(
      ReadModelId readModelId, TenantId tenantId, String group, String version, long position)
      implements OperationEvents {}

  /** What was read before the version is read again. */
  @EventType("RebuildRolledBack")
  record RebuildRolledBack(ReadModelId readModelId, TenantId tenantId, String group, String version)
      implements OperationEvents {}

  /** Nothing is kept beside what is read any more: no way forward to the version, or back. */
  @EventType("RebuildDiscarded")
  record RebuildDiscarded(ReadModelId readModelId, TenantId tenantId, String group, String version)
      implements OperationEvents {}

  /**
   * What lay dead beside a work queue was given back to it. Recorded before it is done.
   *
   * @param readModelId of the group {@code queue/<queue>}
   * @param messages how many lay dead when it was asked for
   */
  @EventType("QueueRedriven")
  record QueueRedriven(ReadModelId readModelId, TenantId tenantId, String queue, long messages)
      implements OperationEvents {}

  /**
   * The log was restored from a backup that lacks events which had been sealed. What comes after
   * this event is sealed under another name, because nobody may sign two histories under one.
   *
   * @param readModelId of the group {@code log}
   * @param position of the last event that was restored
   * @param sealed the size of the last checkpoint of the log as it was: the positions after {@code
   *     position} up to this one are lost
   * @param checkpoint that checkpoint, as it was signed
   * @param origin the name under which the log is sealed from now on
   */
  @EventType("LogRestored")
  record LogRestored(
      ReadModelId readModelId,
      TenantId tenantId,
      long position,
      long sealed,
      String checkpoint,
      String origin)
      implements OperationEvents {}

  /**
   * Another key is to sign the log. Recorded before it is done: the old key signs the checkpoint
   * that seals this event, the new key what comes after.
   *
   * @param readModelId of the group {@code audit/signing-key}
   * @param oldKey public, as C2SP signed-note writes a verifier key
   * @param newKey likewise
   */
  @EventType("SigningKeyChanged")
  record SigningKeyChanged(ReadModelId readModelId, TenantId tenantId, String oldKey, String newKey)
      implements OperationEvents {}
}
