package za.lexohub.domain.states;

import static za.lexohub.domain.states.Diagram.NOWHERE;

import java.util.List;
import za.lexohub.messages.agreement.AgreementEvents.*;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.attachment.AttachmentEvents.*;
import za.lexohub.messages.batch.InvoiceBatchEvents.*;
import za.lexohub.messages.creditnote.CreditNoteEvents.*;
import za.lexohub.messages.dispute.PaymentDisputeEvents.*;
import za.lexohub.messages.invoice.InvoiceEvents.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaEvents.*;
import za.lexohub.messages.receipt.ReceiptEvents.*;
import za.lexohub.messages.retainer.RetainerEvents.*;
import za.lexohub.messages.scope.ScopeAmendmentEvents.*;
import za.lexohub.messages.trust.TrustAccountEvents.*;

/** What leads where, as the diagrams show it and the walks hold it. */
final class Diagrams {

  static List<Diagram> all() {
    return List.of(
        matter(),
        proForma(),
        invoice(),
        agreement(),
        scopeAmendment(),
        attachment(),
        retainer(),
        trustAccount(),
        receipt(),
        creditNote(),
        paymentDispute(),
        invoiceBatch());
  }

  static Diagram matter() {
    return new Diagram("Matter")
        .step(NOWHERE, MatterOpened.class, "ACTIVE")
        .step("ACTIVE", MatterMarkedPending.class, "PENDING")
        .step("PENDING", MatterActivated.class, "ACTIVE")
        .step(NOWHERE, MatterRequested.class, "REQUESTED")
        .step("REQUESTED", MatterAwaitingApproval.class, "AWAITING_APPROVAL")
        .step("AWAITING_APPROVAL", MatterAwaitingApproval.class, "AWAITING_APPROVAL")
        .step("REQUESTED", MatterAccepted.class, "ACTIVE")
        .step("AWAITING_APPROVAL", MatterAccepted.class, "ACTIVE")
        .step("REQUESTED", MatterDeclined.class, "DECLINED")
        .step("AWAITING_APPROVAL", MatterDeclined.class, "DECLINED")
        .step("ACTIVE", MatterPutOnHold.class, "ON_HOLD")
        .step("ON_HOLD", MatterResumed.class, "ACTIVE")
        .step("ACTIVE", MatterSettled.class, "SETTLED")
        .step("ACTIVE", MatterClosed.class, "CLOSED")
        .step("SETTLED", MatterClosed.class, "CLOSED")
        .step("CLOSED", MatterReopened.class, "ACTIVE")
        .step("ACTIVE", MatterDeclined.class, "DECLINED")
        .step("ON_HOLD", MatterDeclined.class, "DECLINED")
        .step("SETTLED", MatterDeclined.class, "DECLINED")
        .step("CLOSED", MatterDeclined.class, "DECLINED");
  }

  static Diagram proForma() {
    return new Diagram("ProForma")
        .step(NOWHERE, ProFormaRequested.class, "REQUESTED")
        .step(NOWHERE, ProFormaDrafted.class, "DRAFT")
        .step("REQUESTED", ProFormaRequestSubmitted.class, "SUBMITTED")
        .step("REQUESTED", ProFormaExpired.class, "EXPIRED")
        .step("REQUESTED", ProFormaWithdrawn.class, "WITHDRAWN")
        .step("SUBMITTED", ProFormaRequestRejected.class, "REJECTED")
        .step("SUBMITTED", ProFormaDrafted.class, "DRAFT")
        .step("SUBMITTED", ProFormaConvertedToMatter.class, it -> !it.accepted(), "CONVERTED")
        .step("CONVERTED", ProFormaConversionReversed.class, "SUBMITTED")
        .step("DRAFT", ProFormaSent.class, "SENT")
        .step("DRAFT", ProFormaWithdrawn.class, "WITHDRAWN")
        .step("SENT", ProFormaAccepted.class, "ACCEPTED")
        .step("SENT", ProFormaDeclined.class, "DECLINED")
        .step("SENT", ProFormaNegotiationRequested.class, "NEGOTIATING")
        .step("SENT", ProFormaExpired.class, "EXPIRED")
        .step("NEGOTIATING", ProFormaSent.class, "SENT")
        .step("NEGOTIATING", ProFormaExpired.class, "EXPIRED_IN_NEGOTIATION")
        .step("EXPIRED_IN_NEGOTIATION", ProFormaExtended.class, "NEGOTIATING")
        .step("EXPIRED", ProFormaExtended.class, it -> it.expiresAt() != null, "REQUESTED")
        .step("EXPIRED", ProFormaExtended.class, it -> it.expiresAt() == null, "SENT")
        .step("ACCEPTED", ProFormaConvertedToMatter.class, it -> it.accepted(), "ACCEPTED")
        .step("ACCEPTED", ProFormaConversionReversed.class, "ACCEPTED");
  }

  static Diagram invoice() {
    return new Diagram("Invoice")
        .step(NOWHERE, InvoiceGenerated.class, "DRAFT")
        .step("DRAFT", InvoiceDiscarded.class, "DISCARDED")
        .step("DRAFT", InvoiceSent.class, "ISSUED")
        .step("ISSUED", InvoicePaid.class, "PAID")
        .step("PAID", InvoiceReopened.class, "ISSUED")
        .step("ISSUED", InvoiceVoided.class, "VOIDED")
        .step("ISSUED", InvoiceWrittenOff.class, it -> !it.balanceAfter().isZero(), "ISSUED")
        .step("ISSUED", InvoiceWrittenOff.class, it -> it.balanceAfter().isZero(), "WRITTEN_OFF");
  }

  static Diagram agreement() {
    return new Diagram("Agreement")
        .step(NOWHERE, AgreementDrafted.class, "DRAFT")
        .step("DRAFT", AgreementSent.class, "SENT")
        .step("SENT", AgreementSent.class, "SENT")
        .step("SENT", AgreementSignedByClient.class, "SIGNED_BY_CLIENT")
        .step("SIGNED_BY_CLIENT", AgreementCountersigned.class, "SIGNED")
        .step("DRAFT", AgreementSignedOnPaper.class, "SIGNED")
        .step("SENT", AgreementSignedOnPaper.class, "SIGNED")
        .step("SIGNED_BY_CLIENT", AgreementSignedOnPaper.class, "SIGNED")
        .step("DRAFT", AgreementCancelled.class, "CANCELLED")
        .step("SENT", AgreementCancelled.class, "CANCELLED")
        .step("SIGNED_BY_CLIENT", AgreementCancelled.class, "CANCELLED");
  }

  static Diagram scopeAmendment() {
    return new Diagram("ScopeAmendment")
        .step(NOWHERE, ScopeAmendmentProposed.class, "PENDING")
        .step("PENDING", ScopeAmendmentApproved.class, "APPROVED")
        .step("PENDING", ScopeAmendmentRejected.class, "REJECTED")
        .step("PENDING", ScopeAmendmentSuperseded.class, "SUPERSEDED");
  }

  static Diagram attachment() {
    return new Diagram("Attachment")
        .step(NOWHERE, AttachmentAnnounced.class, "ANNOUNCED")
        .step(NOWHERE, AttachmentLinked.class, "LINKED")
        .step("ANNOUNCED", AttachmentStored.class, "STORED")
        .step("ANNOUNCED", AttachmentRemoved.class, "REMOVED")
        .step("STORED", AttachmentRemoved.class, "REMOVED")
        .step("LINKED", AttachmentRemoved.class, "REMOVED");
  }

  /** AGREED holds nothing yet; what expires with nothing left may be renewed, but not refunded. */
  static Diagram retainer() {
    return new Diagram("Retainer")
        .step(NOWHERE, RetainerAgreed.class, "AGREED")
        .step("AGREED", RetainerDeposited.class, "ACTIVE")
        .step("AGREED", RetainerRenewed.class, "DEPLETED")
        .step("AGREED", RetainerExpired.class, "EXPIRED_EMPTY")
        .step("AGREED", RetainerCancelled.class, "CANCELLED")
        .step("ACTIVE", RetainerDeposited.class, "ACTIVE")
        .step("ACTIVE", RetainerDrawdownReversed.class, "ACTIVE")
        .step("ACTIVE", RetainerRenewed.class, "ACTIVE")
        .step("ACTIVE", RetainerDepleted.class, "DEPLETED")
        .step("ACTIVE", RetainerExpired.class, "EXPIRED")
        .step("ACTIVE", RetainerCancelled.class, "CANCELLED")
        .step("ACTIVE", RetainerRefunded.class, Diagrams::leavesNothing, "REFUNDED")
        .step("DEPLETED", RetainerDeposited.class, "ACTIVE")
        .step("DEPLETED", RetainerDrawdownReversed.class, "ACTIVE")
        .step("DEPLETED", RetainerRenewed.class, "DEPLETED")
        .step("DEPLETED", RetainerExpired.class, "EXPIRED_EMPTY")
        .step("DEPLETED", RetainerCancelled.class, "CANCELLED")
        .step("EXPIRED", RetainerRenewed.class, "ACTIVE")
        .step("EXPIRED", RetainerDrawdownReversed.class, "EXPIRED")
        .step("EXPIRED", RetainerRefunded.class, Diagrams::leavesNothing, "REFUNDED")
        .step("EXPIRED_EMPTY", RetainerRenewed.class, "DEPLETED")
        .step("EXPIRED_EMPTY", RetainerDrawdownReversed.class, "EXPIRED")
        .step("CANCELLED", RetainerDrawdownReversed.class, "CANCELLED")
        .step("CANCELLED", RetainerRefunded.class, Diagrams::leavesNothing, "REFUNDED")
        .step("REFUNDED", RetainerDrawdownReversed.class, "REFUNDED")
        .step("REFUNDED", RetainerRefunded.class, Diagrams::leavesNothing, "REFUNDED");
  }

  private static boolean leavesNothing(RetainerRefunded event) {
    return event.balanceAfter().isZero();
  }

  static Diagram trustAccount() {
    return new Diagram("TrustAccount")
        .step(NOWHERE, TrustAccountOpened.class, "EMPTY")
        .step("EMPTY", TrustMoneyReceived.class, "HOLDS_MONEY")
        .step("EMPTY", TrustTransferReversed.class, "HOLDS_MONEY")
        .step("HOLDS_MONEY", TrustMoneyReceived.class, "HOLDS_MONEY")
        .step("HOLDS_MONEY", TrustTransferReversed.class, "HOLDS_MONEY")
        .step("HOLDS_MONEY", TrustMoneyTransferred.class, it -> left(it.balance()), "HOLDS_MONEY")
        .step("HOLDS_MONEY", TrustMoneyTransferred.class, it -> !left(it.balance()), "EMPTY")
        .step("HOLDS_MONEY", TrustMoneyRefunded.class, it -> left(it.balance()), "HOLDS_MONEY")
        .step("HOLDS_MONEY", TrustMoneyRefunded.class, it -> !left(it.balance()), "EMPTY");
  }

  static Diagram receipt() {
    return new Diagram("Receipt")
        .step(NOWHERE, ReceiptRecorded.class, "LEFT")
        .step("LEFT", ReceiptAllocated.class, it -> left(it.left()), "LEFT")
        .step("LEFT", ReceiptAllocated.class, it -> !left(it.left()), "USED_UP")
        .step("LEFT", ReceiptRefunded.class, it -> left(it.left()), "LEFT")
        .step("LEFT", ReceiptRefunded.class, it -> !left(it.left()), "USED_UP")
        .step("LEFT", ReceiptAllocationReversed.class, "LEFT")
        .step("USED_UP", ReceiptAllocationReversed.class, "LEFT")
        .step("LEFT", ReceiptCancelled.class, "CANCELLED");
  }

  private static boolean left(Money balance) {
    return balance.isPositive();
  }

  static Diagram creditNote() {
    return new Diagram("CreditNote")
        .step(NOWHERE, CreditNoteDrafted.class, "DRAFT")
        .step("DRAFT", CreditNoteIssued.class, "ISSUED")
        .step("DRAFT", CreditNoteCancelled.class, "CANCELLED");
  }

  static Diagram paymentDispute() {
    return new Diagram("PaymentDispute")
        .step(NOWHERE, PaymentDisputeOpened.class, "OPEN")
        .step("OPEN", PaymentDisputeAnswered.class, "OPEN")
        .step("OPEN", PaymentDisputeEscalated.class, "ESCALATED")
        .step("OPEN", PaymentDisputeResolved.class, "RESOLVED")
        .step("ESCALATED", PaymentDisputeAnswered.class, "ESCALATED")
        .step("ESCALATED", PaymentDisputeResolved.class, "RESOLVED");
  }

  static Diagram invoiceBatch() {
    return new Diagram("InvoiceBatch")
        .step(NOWHERE, InvoiceBatchRequested.class, "RUNNING")
        .step("RUNNING", InvoiceBatchItemDone.class, "RUNNING")
        .step("RUNNING", InvoiceBatchCompleted.class, "COMPLETED");
  }

  private Diagrams() {}
}
