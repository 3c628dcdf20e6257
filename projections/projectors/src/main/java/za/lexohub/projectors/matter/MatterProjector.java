package za.lexohub.projectors.matter;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
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
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.BillingView;
import za.lexohub.readmodels.matter.ConflictView;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the list of matters. */
@ProcessingGroup(ReadModelGroups.MATTERS)
public final class MatterProjector {

  private final MatterRows matters;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public MatterProjector(MatterRows matters, OpenedText opened, PublishedPositions positions) {
    this.matters = matters;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(MatterOpened event, Stamp stamp) {
    matters.opened(stamp, OpenedMatter.view(event, stamp, opened));
  }

  @EventHandler
  void on(MatterPutOnHold event, Stamp stamp) {
    matters.putOnHold(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(MatterResumed event, Stamp stamp) {
    matters.resumed(stamp);
  }

  @EventHandler
  void on(MatterSettled event, Stamp stamp) {
    matters.settled(stamp, event.settledOn());
  }

  @EventHandler
  void on(MatterClosed event, Stamp stamp) {
    matters.closed(stamp, event.closedOn());
  }

  @EventHandler
  void on(MatterArchived event, Stamp stamp) {
    matters.archived(stamp, true);
  }

  @EventHandler
  void on(MatterUnarchived event, Stamp stamp) {
    matters.archived(stamp, false);
  }

  @EventHandler
  void on(MatterMarkedPending event, Stamp stamp) {
    matters.pending(stamp);
  }

  @EventHandler
  void on(MatterActivated event, Stamp stamp) {
    matters.activated(stamp, event.activatedOn());
  }

  @EventHandler
  void on(MatterRequested event, Stamp stamp) {
    matters.opened(stamp, OpenedMatter.view(event, stamp, opened));
  }

  @EventHandler
  void on(MatterAccepted event, Stamp stamp) {
    matters.accepted(stamp, event.vatExempt(), event.courtCaseNumber(), event.acceptedOn());
  }

  @EventHandler
  void on(MatterDeclined event, Stamp stamp) {
    matters.declined(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(MatterAwaitingApproval event, Stamp stamp) {
    matters.awaitingApproval(stamp, event.proFormaId().value());
  }

  @EventHandler
  void on(MatterReopened event, Stamp stamp) {
    matters.reopened(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(MatterTermsSet event, Stamp stamp) {
    matters.terms(stamp, OpenedMatter.terms(event.terms()));
  }

  @EventHandler
  void on(MatterEstimateChanged event, Stamp stamp) {
    matters.estimate(stamp, OpenedText.money(event.estimate()));
  }

  @EventHandler
  void on(ConflictCheckCompleted event, Stamp stamp) {
    matters.conflict(
        stamp,
        new ConflictView(
            event.cleared() ? "CLEARED" : "FOUND",
            event.checkedOn(),
            opened.text(stamp.tenant(), event.notes())));
  }

  @EventHandler
  void on(ConflictOverridden event, Stamp stamp) {
    matters.conflict(
        stamp,
        new ConflictView(
            "OVERRIDDEN", event.overriddenOn(), opened.text(stamp.tenant(), event.reason())));
  }

  @EventHandler
  void on(TimeLogged event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(TimeEntryAmended event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(ServiceLogged event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(ServiceAmended event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(DisbursementLogged event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(DisbursementAmended event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(DisbursementVatCorrected event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(WorkItemRemoved event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(WorkItemWrittenOff event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterBudgetExceeded event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterReadyToBill event, Stamp stamp) {
    matters.billing(
        stamp, new BillingView("READY", null, opened.text(stamp.tenant(), event.notes())));
  }

  @EventHandler
  void on(MatterBillingApproved event, Stamp stamp) {
    matters.billing(
        stamp,
        new BillingView(
            "APPROVED", event.approvedBy(), opened.text(stamp.tenant(), event.comments())));
  }

  @EventHandler
  void on(MatterBillingRejected event, Stamp stamp) {
    matters.billing(
        stamp,
        new BillingView(
            "REJECTED", event.rejectedBy(), opened.text(stamp.tenant(), event.reason())));
  }

  @EventHandler
  void on(MatterInvoiced event, Stamp stamp) {
    matters.billing(stamp, null);
  }

  @EventHandler
  void on(MatterInvoiceReleased event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterAccessGranted event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterAccessRevoked event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterStatementRequested event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterStatementStored event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterStatementFailed event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterNotificationRequested event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterNotificationSent event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(MatterNotificationFailed event, Stamp stamp) {
    matters.touched(stamp);
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    event.data().matterIds().forEach(id -> matters.forget(stamp.tenant(), id, Forgetful.of(event)));
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.MATTERS);
    matters.empty();
  }
}
