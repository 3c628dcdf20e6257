package za.lexohub.messages.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of a matter, in the order in which it is lived ({@code domain.md} 4.3). A {@code reason}
 * is a sealed string.
 */
public sealed interface MatterEvents extends DomainEvent {

  MatterId matterId();

  /**
   * The advocate has taken a brief; the matter is active.
   *
   * @param reference {@code JHB/2026/001}, gapless per tenant and year
   * @param wording sealed {@link za.lexohub.messages.party.Wording}
   * @param vatExempt no VAT is charged on this matter, whatever the practice's status
   */
  @EventType("MatterOpened")
  record MatterOpened(
      MatterId matterId,
      TenantId tenantId,
      String reference,
      String matterType,
      Bar bar,
      Party client,
      Party attorney,
      PersonalData wording,
      boolean vatExempt,
      @Nullable String courtCaseNumber,
      LocalDate openedOn)
      implements MatterEvents {}

  /** Work rests; the matter no longer counts as active. */
  @EventType("MatterPutOnHold")
  record MatterPutOnHold(MatterId matterId, PersonalData reason) implements MatterEvents {}

  /** Work goes on after a hold. */
  @EventType("MatterResumed")
  record MatterResumed(MatterId matterId) implements MatterEvents {}

  /** The dispute is settled; unbilled work may still be invoiced. */
  @EventType("MatterSettled")
  record MatterSettled(MatterId matterId, LocalDate settledOn) implements MatterEvents {}

  /** The matter takes no new work and no new pro formas (I19). */
  @EventType("MatterClosed")
  record MatterClosed(MatterId matterId, LocalDate closedOn) implements MatterEvents {}

  /** Put away: a flag beside the status, hidden from the active lists and counts. */
  @EventType("MatterArchived")
  record MatterArchived(MatterId matterId, @Nullable PersonalData reason) implements MatterEvents {}

  /** Taken out of the archive, in the status it had. */
  @EventType("MatterUnarchived")
  record MatterUnarchived(MatterId matterId) implements MatterEvents {}
}
