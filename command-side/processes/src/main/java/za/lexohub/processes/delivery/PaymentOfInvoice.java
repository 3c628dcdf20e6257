package za.lexohub.processes.delivery;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;

/**
 * Names a payment together with its invoice: the id of a payment comes from whoever records it, and
 * is unique on its invoice only.
 */
public final class PaymentOfInvoice implements AssociationResolver { // public, as Axon creates it

  static final String PROPERTY = "paymentOfInvoice";

  @Override
  public <T> void validate(String property, MessageHandlingMember<T> handler) {
    Class<?> event = handler.payloadType();
    if (event != PaymentRecorded.class && event != PaymentReversed.class) {
      throw new IllegalArgumentException(event + " is of no payment");
    }
  }

  @Override
  public <T> Object resolve(
      String property, EventMessage<?> message, MessageHandlingMember<T> handler) {
    return switch (message.getPayload()) {
      case PaymentRecorded it -> name(it.invoiceId(), it.paymentId());
      case PaymentReversed it -> name(it.invoiceId(), it.paymentId());
      default -> throw new IllegalArgumentException(message.getPayloadType() + " is of no payment");
    };
  }

  private static String name(InvoiceId invoice, PaymentId payment) {
    return invoice + "/" + payment;
  }
}
