package za.lexohub.audit.asof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.MatterEvents;
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
import za.lexohub.messages.party.Wording;

/** A matter, as {@code GET /matters/{id}} shows it. */
final class MatterFold implements Fold {

  private static final List<String> NAMES =
      List.of(
          "id",
          "reference",
          "status",
          "archived",
          "matterType",
          "bar",
          "title",
          "description",
          "client",
          "attorney",
          "vatExempt",
          "courtCaseNumber",
          "openedOn",
          "holdReason",
          "settledOn",
          "closedOn",
          "version",
          "createdAt",
          "updatedAt");

  private final Opening opening;
  private @Nullable Fields matter;

  MatterFold(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void apply(Step step) {
    MatterEvents event = (MatterEvents) step.event();
    Fields now = matter == null ? new Fields(NAMES) : matter;
    switch (event) {
      case MatterOpened e -> opened(now, e, step);
      case MatterPutOnHold e ->
          now.set("status", "ON_HOLD").set("holdReason", opening.text(step.tenant(), e.reason()));
      case MatterResumed e -> now.set("status", "ACTIVE").set("holdReason", null);
      case MatterSettled e -> now.set("status", "SETTLED").set("settledOn", e.settledOn());
      case MatterClosed e -> now.set("status", "CLOSED").set("closedOn", e.closedOn());
      case MatterArchived e -> now.set("archived", true);
      case MatterUnarchived e -> now.set("archived", false);
      case MatterMarkedPending e -> {}
      case MatterActivated e -> {}
      case MatterRequested e -> {}
      case MatterAccepted e -> {}
      case MatterDeclined e -> {}
      case MatterAwaitingApproval e -> {}
      case MatterReopened e -> {}
      case MatterTermsSet e -> {}
      case MatterEstimateChanged e -> {}
      case ConflictCheckCompleted e -> {}
      case ConflictOverridden e -> {}
      case TimeLogged e -> {}
      case TimeEntryAmended e -> {}
      case ServiceLogged e -> {}
      case ServiceAmended e -> {}
      case DisbursementLogged e -> {}
      case DisbursementAmended e -> {}
      case DisbursementVatCorrected e -> {}
      case WorkItemRemoved e -> {}
      case WorkItemWrittenOff e -> {}
      case MatterBudgetExceeded e -> {}
      case MatterReadyToBill e -> {}
      case MatterBillingApproved e -> {}
      case MatterBillingRejected e -> {}
      case MatterInvoiced e -> {}
      case MatterInvoiceReleased e -> {}
      case MatterAccessGranted e -> {}
      case MatterAccessRevoked e -> {}
      case MatterStatementRequested e -> {}
      case MatterStatementStored e -> {}
      case MatterStatementFailed e -> {}
      case MatterNotificationRequested e -> {}
      case MatterNotificationSent e -> {}
      case MatterNotificationFailed e -> {}
    }
    matter = now.set("version", step.version()).set("updatedAt", Shown.micros(step.at()));
  }

  private void opened(Fields now, MatterOpened event, Step step) {
    Optional<Wording> wording = opening.wording(step.tenant(), event.wording());
    now.set("id", UUID.fromString(step.id()))
        .set("reference", event.reference())
        .set("status", "ACTIVE")
        .set("archived", false)
        .set("matterType", event.matterType())
        .set("bar", event.bar().name())
        .set("title", wording.map(Wording::title).orElse(Opening.ERASED))
        .set("description", wording.map(Wording::description).orElse(null))
        .set("client", opening.party(step.tenant(), event.client()))
        .set("attorney", opening.party(step.tenant(), event.attorney()))
        .set("vatExempt", event.vatExempt())
        .set("courtCaseNumber", event.courtCaseNumber())
        .set("openedOn", event.openedOn())
        .set("createdAt", Shown.micros(step.at()));
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return matter == null ? Map.of() : matter.copy();
  }
}
