package za.lexohub.messages.dispute;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;

/** What may be asked of a dispute. Repeating a command that has had its effect changes nothing. */
public sealed interface PaymentDisputeCommands extends TenantCommand {

  DisputeId disputeId();

  /** Refused unless the invoice is issued and not disputed, and 0 &lt; amount ≤ balance. */
  record OpenPaymentDispute(
      @TargetAggregateIdentifier DisputeId disputeId,
      TenantId tenant,
      InvoiceId invoiceId,
      DisputeType type,
      Money disputedAmount,
      PersonalData reason,
      Channel channel,
      String openedBy)
      implements PaymentDisputeCommands {
    public OpenPaymentDispute {
      Shape.positive("disputedAmount", disputedAmount);
    }
  }

  /** Refused when resolved. */
  record AnswerPaymentDispute(
      @TargetAggregateIdentifier DisputeId disputeId, TenantId tenant, PersonalData response)
      implements PaymentDisputeCommands {}

  /** Refused when resolved. */
  record EscalatePaymentDispute(
      @TargetAggregateIdentifier DisputeId disputeId, TenantId tenant, PersonalData reason)
      implements PaymentDisputeCommands {}

  /** Refused when resolved. */
  record ResolvePaymentDispute(
      @TargetAggregateIdentifier DisputeId disputeId,
      TenantId tenant,
      DisputeResolution resolution,
      @Nullable PersonalData notes)
      implements PaymentDisputeCommands {
    public ResolvePaymentDispute {
      Shape.require(
          notes != null
              || (resolution != DisputeResolution.DISMISSED
                  && resolution != DisputeResolution.WITHDRAWN),
          "notes must be given");
    }
  }

  /** By who opened it: resolved as {@link DisputeResolution#WITHDRAWN}. */
  record WithdrawPaymentDispute(
      @TargetAggregateIdentifier DisputeId disputeId, TenantId tenant, PersonalData reason)
      implements PaymentDisputeCommands {}
}
