package za.lexohub.projectors.claims;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteCancelled;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeAnswered;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeEscalated;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeOpened;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeResolved;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationTraced;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptCancelled;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptOverdrawn;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRepaid;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.claims.CreditNoteRows;
import za.lexohub.readmodels.claims.DisputeRows;
import za.lexohub.readmodels.claims.DisputeView;
import za.lexohub.readmodels.claims.ReceiptRows;
import za.lexohub.readmodels.claims.ReceiptView;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the lists of credit notes, disputes and receipts. */
@ProcessingGroup(ReadModelGroups.CLAIMS)
public final class ClaimProjector {

  private final CreditNoteRows creditNotes;
  private final DisputeRows disputes;
  private final ReceiptRows receipts;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public ClaimProjector(
      CreditNoteRows creditNotes,
      DisputeRows disputes,
      ReceiptRows receipts,
      OpenedText opened,
      PublishedPositions positions) {
    this.creditNotes = creditNotes;
    this.disputes = disputes;
    this.receipts = receipts;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(CreditNoteDrafted event, Stamp stamp) {
    creditNotes.drafted(
        stamp,
        event.kind().name(),
        event.invoiceId().value(),
        OpenedText.money(event.amount()),
        event.category().name(),
        event.disputeId() == null ? null : event.disputeId().value(),
        opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(CreditNoteIssued event, Stamp stamp) {
    creditNotes.issued(
        stamp,
        event.noteNumber(),
        event.invoiceNumber(),
        OpenedText.money(event.vatPortion()),
        OpenedText.money(event.correctTotal()),
        event.issuedOn(),
        event.ordinal());
  }

  @EventHandler
  void on(CreditNoteCancelled event, Stamp stamp) {
    creditNotes.cancelled(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(PaymentDisputeOpened event, Stamp stamp) {
    disputes.opened(
        stamp,
        event.invoiceId().value(),
        event.type().name(),
        OpenedText.money(event.disputedAmount()),
        opened.text(stamp.tenant(), event.reason()),
        event.channel().name(),
        event.openedBy());
  }

  @EventHandler
  void on(PaymentDisputeAnswered event, Stamp stamp) {
    disputes.answered(
        stamp, new DisputeView.Response(opened.text(stamp.tenant(), event.response()), stamp.at()));
  }

  @EventHandler
  void on(PaymentDisputeEscalated event, Stamp stamp) {
    disputes.escalated(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(PaymentDisputeResolved event, Stamp stamp) {
    disputes.resolved(stamp, event.resolution().name(), opened.text(stamp.tenant(), event.notes()));
  }

  @EventHandler
  void on(ReceiptRecorded event, Stamp stamp) {
    receipts.recorded(
        stamp,
        OpenedText.money(event.amount()),
        event.method().name(),
        event.receivedOn(),
        event.overpaidInvoice() == null ? null : event.overpaidInvoice().value(),
        event.matterId() == null ? null : event.matterId().value(),
        opened.text(stamp.tenant(), event.reference()));
  }

  @EventHandler
  void on(ReceiptAllocated event, Stamp stamp) {
    receipts.allocated(
        stamp,
        new ReceiptView.Allocation(
            event.paymentId().value(),
            event.invoiceId().value(),
            OpenedText.money(event.amount()),
            stamp.at()),
        OpenedText.money(event.left()));
  }

  /** For the log alone: the receipt itself tells what it paid. */
  @EventHandler
  void on(ReceiptAllocationTraced event) {}

  @EventHandler
  void on(ReceiptAllocationReversed event, Stamp stamp) {
    receipts.takenBack(stamp, event.paymentId().value(), OpenedText.money(event.left()));
  }

  @EventHandler
  void on(ReceiptCancelled event, Stamp stamp) {
    receipts.cancelled(stamp);
  }

  @EventHandler
  void on(ReceiptOverdrawn event, Stamp stamp) {
    receipts.owed(stamp, OpenedText.money(event.owed()));
  }

  @EventHandler
  void on(ReceiptRepaid event, Stamp stamp) {
    receipts.owed(stamp, OpenedText.money(event.owed()));
  }

  @EventHandler
  void on(ReceiptRefunded event, Stamp stamp) {
    receipts.refunded(
        stamp,
        new ReceiptView.Refund(
            OpenedText.money(event.amount()),
            opened.text(stamp.tenant(), event.reason()),
            stamp.at()),
        OpenedText.money(event.left()));
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    if (!Forgetful.of(event).wording()) {
      return;
    }
    event
        .data()
        .invoiceIds()
        .forEach(
            id -> {
              creditNotes.forget(stamp.tenant(), id);
              disputes.forget(stamp.tenant(), id);
              receipts.forgetInvoice(stamp.tenant(), id);
            });
    event.data().matterIds().forEach(id -> receipts.forgetMatter(stamp.tenant(), id));
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.CLAIMS);
    creditNotes.empty();
    disputes.empty();
    receipts.empty();
  }
}
