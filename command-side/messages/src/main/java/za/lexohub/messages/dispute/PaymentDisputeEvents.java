package za.lexohub.messages.dispute;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.serialization.EventType;

/** The life of a dispute. What a person types is sealed under the key of the invoice. */
public sealed interface PaymentDisputeEvents extends DomainEvent {

  DisputeId disputeId();

  /**
   * The attorney disputes an invoice; the invoice says so in the same append.
   *
   * @param openedBy the actor: the token's subject
   */
  @EventType("PaymentDisputeOpened")
  record PaymentDisputeOpened(
      DisputeId disputeId,
      TenantId tenantId,
      InvoiceId invoiceId,
      DisputeType type,
      Money disputedAmount,
      PersonalData reason,
      Channel channel,
      String openedBy)
      implements PaymentDisputeEvents {}

  /** The advocate has answered. */
  @EventType("PaymentDisputeAnswered")
  record PaymentDisputeAnswered(DisputeId disputeId, PersonalData response)
      implements PaymentDisputeEvents {}

  /** Somebody above is to look at it. */
  @EventType("PaymentDisputeEscalated")
  record PaymentDisputeEscalated(DisputeId disputeId, PersonalData reason)
      implements PaymentDisputeEvents {}

  /** It is over; the invoice says so in the same append. */
  @EventType("PaymentDisputeResolved")
  record PaymentDisputeResolved(
      DisputeId disputeId, DisputeResolution resolution, @Nullable PersonalData notes)
      implements PaymentDisputeEvents {}
}
