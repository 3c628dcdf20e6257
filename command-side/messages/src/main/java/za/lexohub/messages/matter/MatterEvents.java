package za.lexohub.messages.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkItemId;

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

  /** Opened but not begun; in the same append as {@link MatterOpened}. */
  @EventType("MatterMarkedPending")
  record MatterMarkedPending(MatterId matterId) implements MatterEvents {}

  /** Work on a pending matter begins. */
  @EventType("MatterActivated")
  record MatterActivated(MatterId matterId, LocalDate activatedOn) implements MatterEvents {}

  /**
   * An attorney asks for a brief to be taken; the stream's first event.
   *
   * @param requestedBy the subject of the attorney's token
   */
  @EventType("MatterRequested")
  record MatterRequested(
      MatterId matterId,
      TenantId tenantId,
      String reference,
      String matterType,
      Bar bar,
      Party client,
      Party attorney,
      PersonalData wording,
      boolean urgent,
      String requestedBy,
      LocalDate requestedOn)
      implements MatterEvents {}

  /** The requested brief is taken; the matter is active. */
  @EventType("MatterAccepted")
  record MatterAccepted(
      MatterId matterId, boolean vatExempt, @Nullable String courtCaseNumber, LocalDate acceptedOn)
      implements MatterEvents {}

  /** The requested brief is not taken; the matter ends here. */
  @EventType("MatterDeclined")
  record MatterDeclined(MatterId matterId, PersonalData reason) implements MatterEvents {}

  /** A pro forma went out; the brief is taken once it is accepted. */
  @EventType("MatterAwaitingApproval")
  record MatterAwaitingApproval(MatterId matterId, ProFormaId proFormaId) implements MatterEvents {}

  /** A closed matter is active again. */
  @EventType("MatterReopened")
  record MatterReopened(MatterId matterId, PersonalData reason) implements MatterEvents {}

  /** The terms are agreed, or agreed anew. */
  @EventType("MatterTermsSet")
  record MatterTermsSet(MatterId matterId, MatterTerms terms) implements MatterEvents {}

  /** An approved amendment moves the estimate; in the same append as the approval. */
  @EventType("MatterEstimateChanged")
  record MatterEstimateChanged(MatterId matterId, Money estimate, AmendmentId amendmentId)
      implements MatterEvents {}

  /** Somebody looked whether the brief conflicts with another. */
  @EventType("ConflictCheckCompleted")
  record ConflictCheckCompleted(
      MatterId matterId, boolean cleared, @Nullable PersonalData notes, LocalDate checkedOn)
      implements MatterEvents {}

  /** A conflict was found, and the brief is kept all the same. */
  @EventType("ConflictOverridden")
  record ConflictOverridden(MatterId matterId, PersonalData reason, LocalDate overriddenOn)
      implements MatterEvents {}

  /** Time was spent; {@code amount} is rate × minutes / 60, rounded half up to the cent. */
  @EventType("TimeLogged")
  record TimeLogged(
      MatterId matterId,
      WorkItemId workItemId,
      LocalDate date,
      int minutes,
      Money rate,
      Money amount,
      boolean billable,
      VatTreatment vatTreatment,
      PersonalData description)
      implements MatterEvents {}

  /** An unbilled time entry reads like this now. */
  @EventType("TimeEntryAmended")
  record TimeEntryAmended(
      MatterId matterId,
      WorkItemId workItemId,
      LocalDate date,
      int minutes,
      Money rate,
      Money amount,
      boolean billable,
      VatTreatment vatTreatment,
      PersonalData description)
      implements MatterEvents {}

  /** Something was done for a fee; {@code amount} is quantity × rate. */
  @EventType("ServiceLogged")
  record ServiceLogged(
      MatterId matterId,
      WorkItemId workItemId,
      LocalDate date,
      ServiceCategory category,
      BigDecimal quantity,
      Money rate,
      Money amount,
      VatTreatment vatTreatment,
      PersonalData description)
      implements MatterEvents {}

  /** An unbilled service reads like this now. */
  @EventType("ServiceAmended")
  record ServiceAmended(
      MatterId matterId,
      WorkItemId workItemId,
      LocalDate date,
      ServiceCategory category,
      BigDecimal quantity,
      Money rate,
      Money amount,
      VatTreatment vatTreatment,
      PersonalData description)
      implements MatterEvents {}

  /**
   * Money was laid out; {@code amount} is the cost with its markup, in hundredths of a per cent.
   */
  @EventType("DisbursementLogged")
  record DisbursementLogged(
      MatterId matterId,
      WorkItemId workItemId,
      LocalDate date,
      DisbursementType type,
      Money cost,
      int markupBasisPoints,
      Money amount,
      VatTreatment vatTreatment,
      PersonalData description)
      implements MatterEvents {}

  /** An unbilled disbursement reads like this now. */
  @EventType("DisbursementAmended")
  record DisbursementAmended(
      MatterId matterId,
      WorkItemId workItemId,
      LocalDate date,
      DisbursementType type,
      Money cost,
      int markupBasisPoints,
      Money amount,
      VatTreatment vatTreatment,
      PersonalData description)
      implements MatterEvents {}

  /** VAT falls otherwise on an unbilled disbursement. */
  @EventType("DisbursementVatCorrected")
  record DisbursementVatCorrected(
      MatterId matterId, WorkItemId workItemId, VatTreatment vatTreatment, PersonalData reason)
      implements MatterEvents {}

  /** The work item was entered by mistake. */
  @EventType("WorkItemRemoved")
  record WorkItemRemoved(MatterId matterId, WorkItemId workItemId, PersonalData reason)
      implements MatterEvents {}

  /** The work was done and will never be billed. */
  @EventType("WorkItemWrittenOff")
  record WorkItemWrittenOff(
      MatterId matterId, WorkItemId workItemId, Money amount, PersonalData reason)
      implements MatterEvents {}

  /** Work outgrew what was agreed; once per limit and agreed amount. */
  @EventType("MatterBudgetExceeded")
  record MatterBudgetExceeded(MatterId matterId, BudgetLimit limit, Money actual, Money agreed)
      implements MatterEvents {}

  /** The work is to be invoiced. */
  @EventType("MatterReadyToBill")
  record MatterReadyToBill(MatterId matterId, @Nullable PersonalData notes)
      implements MatterEvents {}

  /** Somebody agrees to the billing: information, not a gate. */
  @EventType("MatterBillingApproved")
  record MatterBillingApproved(
      MatterId matterId, String approvedBy, @Nullable PersonalData comments)
      implements MatterEvents {}

  /** Somebody does not agree to the billing; the matter is no longer ready. */
  @EventType("MatterBillingRejected")
  record MatterBillingRejected(MatterId matterId, String rejectedBy, PersonalData reason)
      implements MatterEvents {}

  /**
   * An invoice stands on the matter and these items; in the same append as the invoice's own event.
   *
   * @param sequence counts the invoices of the matter, from 1
   */
  @EventType("MatterInvoiced")
  record MatterInvoiced(
      MatterId matterId,
      InvoiceId invoiceId,
      InvoiceSource source,
      InvoiceType invoiceType,
      int sequence,
      List<WorkItemId> workItems)
      implements MatterEvents {
    public MatterInvoiced {
      workItems = List.copyOf(workItems);
    }
  }

  /** That invoice was discarded or voided, in the same append: its items are unbilled again. */
  @EventType("MatterInvoiceReleased")
  record MatterInvoiceReleased(MatterId matterId, InvoiceId invoiceId, List<WorkItemId> workItems)
      implements MatterEvents {
    public MatterInvoiceReleased {
      workItems = List.copyOf(workItems);
    }
  }

  /** An attorney, named by the token's subject, may see the matter. */
  @EventType("MatterAccessGranted")
  record MatterAccessGranted(MatterId matterId, String attorneyId, AccessLevel level)
      implements MatterEvents {}

  /** That attorney may not see the matter any more. */
  @EventType("MatterAccessRevoked")
  record MatterAccessRevoked(MatterId matterId, String attorneyId, @Nullable PersonalData reason)
      implements MatterEvents {}

  /** A statement of account, the matter's {@code number}th, is to be rendered. */
  @EventType("MatterStatementRequested")
  record MatterStatementRequested(MatterId matterId, int number, LocalDate from, LocalDate to)
      implements MatterEvents, Bookkeeping {}

  /**
   * The statement is stored.
   *
   * @param sha256 hex, of the stored bytes
   * @param templateHash content hash of template and fonts
   */
  @EventType("MatterStatementStored")
  record MatterStatementStored(
      MatterId matterId,
      int number,
      String key,
      String sha256,
      long size,
      String templateHash,
      String rendererVersion)
      implements MatterEvents, Bookkeeping {}

  /** The statement could not be made after the last attempt. */
  @EventType("MatterStatementFailed")
  record MatterStatementFailed(MatterId matterId, int number, String reason)
      implements MatterEvents, Bookkeeping {}

  /** The file's attorney is to be told; {@code delivery} counts the mails of one template. */
  @EventType("MatterNotificationRequested")
  record MatterNotificationRequested(MatterId matterId, String template, int delivery)
      implements MatterEvents, Bookkeeping {}

  /** The mail server took the mail. */
  @EventType("MatterNotificationSent")
  record MatterNotificationSent(MatterId matterId, String template, int delivery, String messageId)
      implements MatterEvents, Bookkeeping {}

  /** The mail could not be sent after the last attempt. */
  @EventType("MatterNotificationFailed")
  record MatterNotificationFailed(MatterId matterId, String template, int delivery, String reason)
      implements MatterEvents, Bookkeeping {}
}
