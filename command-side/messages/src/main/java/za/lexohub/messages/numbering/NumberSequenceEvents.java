package za.lexohub.messages.numbering;

import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.serialization.EventType;

/** What was done with the numbers of one series of one tenant in one year: the SARS audit trail. */
public sealed interface NumberSequenceEvents extends DomainEvent {

  String sequenceId();

  /**
   * The next number was given to a document, in the same append as the document's own event.
   *
   * @param value counts from 1 without a gap
   * @param number as printed, {@code INV-2026-0001}
   * @param allocatedTo the id of the document
   */
  @EventType("NumberAllocated")
  record NumberAllocated(
      String sequenceId,
      TenantId tenantId,
      NumberSeries series,
      int year,
      int value,
      String number,
      String allocatedTo)
      implements NumberSequenceEvents {}

  /**
   * A number will never stand on an issued document and is never given again.
   *
   * @param reason one of the system's own, never a person's words
   */
  @EventType("NumberVoided")
  record NumberVoided(String sequenceId, TenantId tenantId, String number, String reason)
      implements NumberSequenceEvents {}
}
