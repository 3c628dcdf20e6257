package za.lexohub.audit.asof;

import java.time.LocalDate;
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
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
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
          "requestedBy",
          "activatedOn",
          "declineReason",
          "reopenReason",
          "awaitedProFormaId",
          "terms",
          "conflict",
          "billing",
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
      case MatterMarkedPending e -> now.set("status", "PENDING");
      case MatterActivated e -> now.set("status", "ACTIVE").set("activatedOn", e.activatedOn());
      case MatterRequested e -> requested(now, e, step);
      case MatterAccepted e ->
          now.set("status", "ACTIVE")
              .set("vatExempt", e.vatExempt())
              .set("courtCaseNumber", e.courtCaseNumber())
              .set("openedOn", e.acceptedOn())
              .set("awaitedProFormaId", null);
      case MatterDeclined e ->
          now.set("status", "DECLINED")
              .set("declineReason", opening.text(step.tenant(), e.reason()))
              .set("awaitedProFormaId", null);
      case MatterAwaitingApproval e ->
          now.set("status", "AWAITING_APPROVAL").set("awaitedProFormaId", e.proFormaId().value());
      case MatterReopened e ->
          now.set("status", "ACTIVE")
              .set("reopenReason", opening.text(step.tenant(), e.reason()))
              .set("settledOn", null)
              .set("closedOn", null);
      case MatterTermsSet e -> now.set("terms", terms(e.terms()));
      case MatterEstimateChanged e -> now.set("terms", estimated(now.get("terms"), e.estimate()));
      case ConflictCheckCompleted e ->
          now.set(
              "conflict",
              conflict(
                  e.cleared() ? "CLEARED" : "FOUND",
                  e.checkedOn(),
                  opening.text(step.tenant(), e.notes())));
      case ConflictOverridden e ->
          now.set(
              "conflict",
              conflict("OVERRIDDEN", e.overriddenOn(), opening.text(step.tenant(), e.reason())));
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
      case MatterReadyToBill e ->
          now.set("billing", billing("READY", null, opening.text(step.tenant(), e.notes())));
      case MatterBillingApproved e ->
          now.set(
              "billing",
              billing("APPROVED", e.approvedBy(), opening.text(step.tenant(), e.comments())));
      case MatterBillingRejected e ->
          now.set(
              "billing",
              billing("REJECTED", e.rejectedBy(), opening.text(step.tenant(), e.reason())));
      case MatterInvoiced e -> now.set("billing", null);
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
    begun(now, step, event.wording(), event.client(), event.attorney());
    now.set("reference", event.reference())
        .set("status", "ACTIVE")
        .set("matterType", event.matterType())
        .set("bar", event.bar().name())
        .set("vatExempt", event.vatExempt())
        .set("courtCaseNumber", event.courtCaseNumber())
        .set("openedOn", event.openedOn());
  }

  private void requested(Fields now, MatterRequested event, Step step) {
    begun(now, step, event.wording(), event.client(), event.attorney());
    now.set("reference", event.reference())
        .set("status", "REQUESTED")
        .set("matterType", event.matterType())
        .set("bar", event.bar().name())
        .set("vatExempt", false)
        .set("openedOn", event.requestedOn())
        .set("requestedBy", event.requestedBy())
        .set("terms", terms(null, null, null, null, event.urgent(), null, null, null));
  }

  private void begun(Fields now, Step step, PersonalData sealed, Party client, Party attorney) {
    Optional<Wording> wording = opening.wording(step.tenant(), sealed);
    now.set("id", UUID.fromString(step.id()))
        .set("archived", false)
        .set("title", wording.map(Wording::title).orElse(Opening.ERASED))
        .set("description", wording.map(Wording::description).orElse(null))
        .set("client", opening.party(step.tenant(), client))
        .set("attorney", opening.party(step.tenant(), attorney))
        .set("createdAt", Shown.micros(step.at()));
  }

  private static Map<String, @Nullable Object> terms(MatterTerms terms) {
    return terms(
        terms.feeType().name(),
        terms.estimate(),
        terms.feeCap(),
        terms.hourlyRate(),
        terms.urgent(),
        terms.prescriptionDate(),
        terms.nextCourtDate(),
        terms.expectedCompletion());
  }

  private static Map<String, @Nullable Object> terms(
      @Nullable String feeType,
      @Nullable Money estimate,
      @Nullable Money feeCap,
      @Nullable Money hourlyRate,
      boolean urgent,
      @Nullable LocalDate prescriptionDate,
      @Nullable LocalDate nextCourtDate,
      @Nullable LocalDate expectedCompletion) {
    return Fields.of(
        "feeType", feeType,
        "estimate", money(estimate),
        "feeCap", money(feeCap),
        "hourlyRate", money(hourlyRate),
        "urgent", urgent,
        "prescriptionDate", prescriptionDate,
        "nextCourtDate", nextCourtDate,
        "expectedCompletion", expectedCompletion);
  }

  private static Map<String, @Nullable Object> estimated(@Nullable Object terms, Money estimate) {
    Map<String, @Nullable Object> now = terms(null, null, null, null, false, null, null, null);
    if (terms instanceof Map<?, ?> agreed) {
      agreed.forEach((name, value) -> now.put(String.valueOf(name), value));
    }
    now.put("estimate", money(estimate));
    return now;
  }

  private static @Nullable Object money(@Nullable Money amount) {
    return amount == null ? null : Shown.money(amount);
  }

  private static Map<String, @Nullable Object> conflict(
      String status, LocalDate date, @Nullable String note) {
    return Fields.of("status", status, "date", date, "note", note);
  }

  private static Map<String, @Nullable Object> billing(
      String status, @Nullable String by, @Nullable String note) {
    return Fields.of("status", status, "by", by, "note", note);
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return matter == null ? Map.of() : matter.copy();
  }
}
