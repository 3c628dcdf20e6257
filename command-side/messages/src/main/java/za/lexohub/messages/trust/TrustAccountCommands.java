package za.lexohub.messages.trust;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/**
 * What may be asked of a trust account. Money comes in and is used only with a certificate that is
 * valid on the day; back to the client it goes without one, too. The same entry again: nothing to
 * do.
 */
public sealed interface TrustAccountCommands extends TenantCommand {

  TrustAccountId trustAccountId();

  /** Refused unless the practice holds trust money, and a second time. */
  record OpenTrustAccount(
      @TargetAggregateIdentifier TrustAccountId trustAccountId,
      TenantId tenant,
      PersonalData bank,
      LocalDate openedOn)
      implements TrustAccountCommands {
    public OpenTrustAccount {
      Shape.require(
          trustAccountId.equals(TrustAccountId.of(tenant)), "a tenant has one trust account");
      BusinessTime.plausible(openedOn);
    }
  }

  /** Takes the next {@code TR} number. */
  record ReceiveTrustMoney(
      @TargetAggregateIdentifier TrustAccountId trustAccountId,
      TenantId tenant,
      UUID entryId,
      MatterId matterId,
      Money amount,
      PaymentMethod method,
      LocalDate receivedOn,
      @Nullable PersonalData reference,
      LocalDate today)
      implements TrustAccountCommands {
    public ReceiveTrustMoney {
      BusinessTime.plausible(receivedOn);
      Shape.positive("amount", amount);
      Shape.require(!method.isClientMoney(), "method must be one by which money comes in");
    }
  }

  /**
   * Refused unless amount ≤ the balance of the matter and, with an invoice of that matter, ≤ its
   * balance.
   */
  record TransferTrustMoney(
      @TargetAggregateIdentifier TrustAccountId trustAccountId,
      TenantId tenant,
      UUID entryId,
      MatterId matterId,
      @Nullable InvoiceId invoiceId,
      TrustAuthorization authorization,
      Money amount,
      LocalDate transferredOn,
      PersonalData reason,
      LocalDate today)
      implements TrustAccountCommands {
    public TransferTrustMoney {
      BusinessTime.plausible(transferredOn);
      Shape.positive("amount", amount);
      Shape.require(
          (authorization == TrustAuthorization.INVOICE_PAYMENT) == (invoiceId != null),
          "invoiceId must be given with INVOICE_PAYMENT, and only then");
    }
  }

  /** Refused unless transferred and not reversed. */
  record ReverseTrustTransfer(
      @TargetAggregateIdentifier TrustAccountId trustAccountId,
      TenantId tenant,
      UUID entryId,
      PersonalData reason,
      LocalDate today)
      implements TrustAccountCommands {}

  /** Refused unless amount ≤ the balance of the matter. */
  record RefundTrustMoney(
      @TargetAggregateIdentifier TrustAccountId trustAccountId,
      TenantId tenant,
      UUID entryId,
      MatterId matterId,
      Money amount,
      LocalDate refundedOn,
      PersonalData reason,
      LocalDate today)
      implements TrustAccountCommands {
    public RefundTrustMoney {
      BusinessTime.plausible(refundedOn);
      Shape.positive("amount", amount);
    }
  }

  /** Every time it is asked. */
  record ReconcileTrustAccount(
      @TargetAggregateIdentifier TrustAccountId trustAccountId,
      TenantId tenant,
      LocalDate on,
      Money bank,
      @Nullable PersonalData note,
      LocalDate today)
      implements TrustAccountCommands {
    public ReconcileTrustAccount {
      BusinessTime.plausible(on);
    }
  }
}
