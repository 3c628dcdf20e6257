package za.lexohub.projectors.matter;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.matter.MatterEvents.ConflictCheckCompleted;
import za.lexohub.messages.matter.MatterEvents.ConflictOverridden;
import za.lexohub.messages.matter.MatterEvents.DisbursementAmended;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.DisbursementVatCorrected;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessGranted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessRevoked;
import za.lexohub.messages.matter.MatterEvents.MatterActivated;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterAwaitingApproval;
import za.lexohub.messages.matter.MatterEvents.MatterBillingApproved;
import za.lexohub.messages.matter.MatterEvents.MatterBillingRejected;
import za.lexohub.messages.matter.MatterEvents.MatterBudgetExceeded;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterEstimateChanged;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.MatterMarkedPending;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationFailed;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationRequested;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationSent;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterReadyToBill;
import za.lexohub.messages.matter.MatterEvents.MatterReopened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterStatementFailed;
import za.lexohub.messages.matter.MatterEvents.MatterStatementRequested;
import za.lexohub.messages.matter.MatterEvents.MatterStatementStored;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.matter.MatterEvents.ServiceAmended;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeEntryAmended;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemRemoved;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Writes a new matter's card, and takes a card away when the matter changes. */
@ProcessingGroup(ReadModelGroups.MATTER_CARDS)
public final class MatterCardProjector {

  private final MatterCards cards;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public MatterCardProjector(MatterCards cards, OpenedText opened, PublishedPositions positions) {
    this.cards = cards;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(MatterOpened event, Stamp stamp, DomainEventMessage<?> message) {
    cards.put(stamp, OpenedMatter.view(event, stamp, opened), position(message));
  }

  private static long position(DomainEventMessage<?> message) {
    return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
        ? tracked.trackingToken().position().orElse(AppliedPositions.NOTHING)
        : AppliedPositions.NOTHING;
  }

  @EventHandler
  void on(MatterPutOnHold event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterResumed event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterSettled event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterClosed event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterArchived event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterUnarchived event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterMarkedPending event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterActivated event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterRequested event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterAccepted event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterDeclined event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterAwaitingApproval event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterReopened event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterTermsSet event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterEstimateChanged event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(ConflictCheckCompleted event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(ConflictOverridden event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(TimeLogged event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(TimeEntryAmended event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(ServiceLogged event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(ServiceAmended event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(DisbursementLogged event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(DisbursementAmended event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(DisbursementVatCorrected event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(WorkItemRemoved event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(WorkItemWrittenOff event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterBudgetExceeded event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterReadyToBill event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterBillingApproved event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterBillingRejected event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterInvoiced event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterInvoiceReleased event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterAccessGranted event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterAccessRevoked event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterStatementRequested event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterStatementStored event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterStatementFailed event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterNotificationRequested event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterNotificationSent event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(MatterNotificationFailed event, Stamp stamp) {
    cards.invalidate(stamp);
  }

  @EventHandler
  void on(Forgetting event) {
    event.data().matterIds().forEach(cards::forget);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.MATTER_CARDS);
    cards.empty();
  }
}
