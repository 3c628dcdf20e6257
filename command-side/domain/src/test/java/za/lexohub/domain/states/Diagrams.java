package za.lexohub.domain.states;

import static za.lexohub.domain.states.Diagram.NOWHERE;

import java.util.List;
import za.lexohub.messages.agreement.AgreementEvents.*;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.attachment.AttachmentEvents.*;
import za.lexohub.messages.invoice.InvoiceEvents.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.proforma.ProFormaEvents.*;
import za.lexohub.messages.scope.ScopeAmendmentEvents.*;

/** What leads where, as the diagrams show it and the walks hold it. */
final class Diagrams {

  static List<Diagram> all() {
    return List.of(matter(), proForma(), invoice(), agreement(), scopeAmendment(), attachment());
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

  private Diagrams() {}
}
