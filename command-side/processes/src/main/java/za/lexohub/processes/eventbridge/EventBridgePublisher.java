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
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;

/**
 * Tells other systems what has happened, at least once and, for one aggregate, in order. Never
 * during a replay. ProFormaAccepted and InvoiceGenerated have exactly the plan's details;
 * everything else is a {@link CloudEvent}.
 */
@DisallowReplay
@ProcessingGroup(EventBridgePublisher.GROUP)
final class EventBridgePublisher {

  static final String GROUP = "event-bridge";

  private static final String PRO_FORMAS = "lexohub.proforma";
  private static final String INVOICES = "lexohub.invoices";
  private static final String PAYMENTS = "lexohub.payments";

  private final EventBridge bus;

  private record Sent(
      UUID invoiceId,
      @Nullable UUID matterId,
      String invoiceNumber,
      Money total,
      LocalDate invoiceDate,
      LocalDate dueDate) {}

  private record Overdue(UUID invoiceId, LocalDate since, Money balance) {}

  private record Paid(UUID invoiceId, Money paid, LocalDate paidOn) {}

  private record Payment(
      UUID paymentId,
      UUID invoiceId,
      Money amount,
      PaymentMethod method,
      LocalDate paymentDate,
      Money balanceAfter) {}

  EventBridgePublisher(EventBridge bus) {
    this.bus = bus;
  }

  @EventHandler
  void on(
      ProFormaAccepted event,
      EventMessage<?> message,
      @MetaDataValue(MetadataKeys.TENANT) String tenant) {
    bus.put(
        PRO_FORMAS,
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
        INVOICES,
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
  void on(InvoiceSent event, EventMessage<?> message) {
    var data =
        new Sent(
            event.invoiceId().value(),
            value(event.matterId()),
            event.invoiceNumber(),
            event.totals().total(),
            event.invoiceDate(),
            event.dueDate());
    put(INVOICES, "InvoiceSent", message, "za.lexohub.invoice.sent.v1", event.invoiceId(), data);
  }

  @EventHandler
  void on(InvoiceBecameOverdue event, EventMessage<?> message) {
    var data = new Overdue(event.invoiceId().value(), event.since(), event.balance());
    put(
        INVOICES,
        "InvoiceOverdue",
        message,
        "za.lexohub.invoice.overdue.v1",
        event.invoiceId(),
        data);
  }

  /** The reference is the payer's own words, and stays here. */
  @EventHandler
  void on(PaymentRecorded event, EventMessage<?> message) {
    var data =
        new Payment(
            event.paymentId().value(),
            event.invoiceId().value(),
            event.amount(),
            event.method(),
            event.paymentDate(),
            event.balanceAfter());
    put(
        PAYMENTS,
        "PaymentRecorded",
        message,
        "za.lexohub.payment.recorded.v1",
        event.invoiceId(),
        data);
  }

  @EventHandler
  void on(InvoicePaid event, EventMessage<?> message) {
    var data = new Paid(event.invoiceId().value(), event.paid(), event.paidOn());
    put(INVOICES, "InvoicePaid", message, "za.lexohub.invoice.paid.v1", event.invoiceId(), data);
  }

  private void put(
      String source,
      String detailType,
      EventMessage<?> message,
      String type,
      InvoiceId subject,
      Object data) {
    String collection = source.substring(source.indexOf('.') + 1);
    bus.put(
        source,
        detailType,
        CloudEvent.of(message, collection, type, subject.toString(), data),
        message.getTimestamp());
  }

  private static @Nullable UUID value(@Nullable MatterId matterId) {
    return matterId == null ? null : matterId.value();
  }
}
