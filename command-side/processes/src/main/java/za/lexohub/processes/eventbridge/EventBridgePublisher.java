package za.lexohub.processes.eventbridge;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Tells other systems what has happened, at least once and, for one aggregate, in order. Never
 * during a replay. ProFormaAccepted and InvoiceGenerated have exactly the plan's details;
 * everything else is an {@link Announcement}.
 */
@DisallowReplay
@ProcessingGroup(EventBridgePublisher.GROUP)
final class EventBridgePublisher {

  static final String GROUP = "event-bridge";

  private final EventBridge bus;

  EventBridgePublisher(EventBridge bus) {
    this.bus = bus;
  }

  @EventHandler
  void on(
      ProFormaAccepted event,
      EventMessage<?> message,
      @MetaDataValue(MetadataKeys.TENANT) String tenant) {
    bus.put(
        Announcement.Source.PRO_FORMAS.onTheBus(),
        "ProFormaAccepted",
        new PlanDetails.Accepted(event.proFormaId().value(), tenant, message.getTimestamp()),
        message.getTimestamp());
  }

  @EventHandler
  void on(
      InvoiceGenerated event,
      EventMessage<?> message,
      @MetaDataValue(MetadataKeys.TENANT) String tenant) {
    bus.put(
        Announcement.Source.INVOICES.onTheBus(),
        "InvoiceGenerated",
        new PlanDetails.Generated(
            event.invoiceId().value(),
            value(event.matterId()),
            event.totals().total().toDecimal(),
            tenant,
            message.getTimestamp()),
        message.getTimestamp());
  }

  @EventHandler
  void on(ProFormaSent event, EventMessage<?> message) {
    UUID id = event.proFormaId().value();
    tell(
        Announcement.PRO_FORMA_SENT,
        message,
        id,
        new Details.QuoteSent(id, event.revision(), event.total(), event.validUntil()));
  }

  /** Why is the attorney's own words, and stays here. */
  @EventHandler
  void on(ProFormaDeclined event, EventMessage<?> message) {
    UUID id = event.proFormaId().value();
    tell(
        Announcement.PRO_FORMA_DECLINED,
        message,
        id,
        new Details.QuoteDeclined(id, event.channel(), event.declinedAt()));
  }

  @EventHandler
  void on(ProFormaExpired event, EventMessage<?> message) {
    UUID id = event.proFormaId().value();
    tell(
        Announcement.PRO_FORMA_EXPIRED,
        message,
        id,
        new Details.QuoteExpired(id, event.phase(), event.expiredAt()));
  }

  @EventHandler
  void on(InvoiceSent event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_SENT,
        message,
        event.invoiceId(),
        new Details.InvoiceSent(
            event.invoiceId().value(),
            value(event.matterId()),
            event.invoiceNumber(),
            event.totals().total(),
            event.invoiceDate(),
            event.dueDate()));
  }

  @EventHandler
  void on(InvoiceBecameOverdue event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_OVERDUE,
        message,
        event.invoiceId(),
        new Details.InvoiceOverdue(event.invoiceId().value(), event.since(), event.balance()));
  }

  /** The reference is the payer's own words, and stays here. */
  @EventHandler
  void on(PaymentRecorded event, EventMessage<?> message) {
    tell(
        Announcement.PAYMENT_RECORDED,
        message,
        event.invoiceId(),
        new Details.PaymentRecorded(
            event.paymentId().value(),
            event.invoiceId().value(),
            event.amount(),
            event.method(),
            event.paymentDate(),
            event.balanceAfter()));
  }

  @EventHandler
  void on(InvoicePaid event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_PAID,
        message,
        event.invoiceId(),
        new Details.InvoicePaid(event.invoiceId().value(), event.paid(), event.paidOn()));
  }

  @EventHandler
  void on(InvoiceVoided event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_VOIDED,
        message,
        event.invoiceId(),
        new Details.InvoiceVoided(
            event.invoiceId().value(), event.invoiceNumber(), value(event.proFormaId())));
  }

  @EventHandler
  void on(InvoiceWrittenOff event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_WRITTEN_OFF,
        message,
        event.invoiceId(),
        new Details.InvoiceWrittenOff(
            event.invoiceId().value(), event.amount(), event.balanceAfter()));
  }

  @EventHandler
  void on(InvoiceDisputed event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_DISPUTED,
        message,
        event.invoiceId(),
        new Details.InvoiceDisputed(
            event.invoiceId().value(), event.disputeId().value(), event.disputedAmount()));
  }

  @EventHandler
  void on(InvoiceDisputeResolved event, EventMessage<?> message) {
    tell(
        Announcement.INVOICE_DISPUTE_RESOLVED,
        message,
        event.invoiceId(),
        new Details.InvoiceDisputeResolved(
            event.invoiceId().value(), event.disputeId().value(), event.resolution()));
  }

  /** Of the invoice's own event, so that it comes in order with the invoice's other news. */
  @EventHandler
  void on(CreditNoteApplied event, EventMessage<?> message) {
    tell(
        Announcement.CREDIT_NOTE_ISSUED,
        message,
        event.invoiceId(),
        new Details.CreditNoteIssued(
            event.creditNoteId().value(),
            event.invoiceId().value(),
            event.noteNumber(),
            event.amount(),
            event.balanceAfter()));
  }

  @EventHandler
  void on(MatterOpened event, EventMessage<?> message) {
    opened(event.matterId(), event.openedOn(), message);
  }

  /** A brief that an attorney asked for is open once it is taken. */
  @EventHandler
  void on(MatterAccepted event, EventMessage<?> message) {
    opened(event.matterId(), event.acceptedOn(), message);
  }

  private void opened(MatterId matterId, LocalDate on, EventMessage<?> message) {
    tell(
        Announcement.MATTER_OPENED,
        message,
        matterId.value(),
        new Details.MatterOpened(matterId.value(), on));
  }

  private void tell(
      Announcement announcement, EventMessage<?> message, InvoiceId subject, Object data) {
    tell(announcement, message, subject.value(), data);
  }

  private void tell(Announcement announcement, EventMessage<?> message, UUID subject, Object data) {
    bus.put(
        announcement.source().onTheBus(),
        announcement.detailType(),
        CloudEvent.of(message, announcement, subject.toString(), data),
        message.getTimestamp());
  }

  private static @Nullable UUID value(@Nullable MatterId matterId) {
    return matterId == null ? null : matterId.value();
  }

  private static @Nullable UUID value(@Nullable ProFormaId proFormaId) {
    return proFormaId == null ? null : proFormaId.value();
  }
}
