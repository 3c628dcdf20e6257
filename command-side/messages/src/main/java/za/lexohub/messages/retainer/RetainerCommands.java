package za.lexohub.messages.retainer;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/** What may be asked of a retainer. Repeating a command that has had its effect changes nothing. */
public sealed interface RetainerCommands extends TenantCommand {

  RetainerId retainerId();

  /** Refused unless the matter is open. */
  record AgreeRetainer(
      @TargetAggregateIdentifier RetainerId retainerId,
      TenantId tenant,
      MatterId matterId,
      RetainerType type,
      Money amount,
      LocalDate startsOn,
      @Nullable LocalDate endsOn,
      boolean autoRenew,
      int lowBalancePercent,
      @Nullable PersonalData terms)
      implements RetainerCommands {
    public AgreeRetainer {
      BusinessTime.plausible(startsOn);
      if (endsOn != null) {
        BusinessTime.plausible(endsOn);
      }
      Shape.positive("amount", amount);
      Shape.between("lowBalancePercent", lowBalancePercent, 0, 100);
      Shape.require(
          endsOn == null || !endsOn.isBefore(startsOn), "endsOn must not be before startsOn");
      Shape.require(!autoRenew || endsOn != null, "autoRenew needs endsOn");
    }
  }

  /** Refused unless active. */
  record DepositRetainer(
      @TargetAggregateIdentifier RetainerId retainerId,
      TenantId tenant,
      UUID depositId,
      Money amount,
      PaymentMethod method,
      LocalDate depositedOn,
      @Nullable PersonalData reference,
      LocalDate today)
      implements RetainerCommands {
    public DepositRetainer {
      BusinessTime.plausible(depositedOn);
      Shape.positive("amount", amount);
      Shape.require(!method.isClientMoney(), "method must be one by which money comes in");
    }
  }

  /** Refused unless active, the invoice of the same matter, and amount ≤ both balances. */
  record DrawDownRetainer(
      @TargetAggregateIdentifier RetainerId retainerId,
      TenantId tenant,
      InvoiceId invoiceId,
      PaymentId paymentId,
      Money amount,
      LocalDate drawnOn,
      LocalDate today)
      implements RetainerCommands {
    public DrawDownRetainer {
      BusinessTime.plausible(drawnOn);
      Shape.positive("amount", amount);
    }
  }

  /** Refused unless drawn and not reversed. */
  record ReverseRetainerDrawdown(
      @TargetAggregateIdentifier RetainerId retainerId,
      TenantId tenant,
      PaymentId paymentId,
      PersonalData reason,
      LocalDate today)
      implements RetainerCommands {}

  /** Refused unless amount ≤ balance. */
  record RefundRetainer(
      @TargetAggregateIdentifier RetainerId retainerId,
      TenantId tenant,
      Money amount,
      LocalDate refundedOn,
      PersonalData reason,
      LocalDate today)
      implements RetainerCommands {
    public RefundRetainer {
      BusinessTime.plausible(refundedOn);
      Shape.positive("amount", amount);
    }
  }

  /**
   * By a deadline or a person.
   *
   * @param endsOn as long as the term before when absent
   */
  record RenewRetainer(
      @TargetAggregateIdentifier RetainerId retainerId,
      TenantId tenant,
      @Nullable LocalDate endsOn,
      LocalDate today)
      implements RetainerCommands {
    public RenewRetainer {
      if (endsOn != null) {
        BusinessTime.plausible(endsOn);
      }
    }
  }

  /** By a deadline: nothing to do unless the term is over. */
  record ExpireRetainer(
      @TargetAggregateIdentifier RetainerId retainerId, TenantId tenant, LocalDate today)
      implements RetainerCommands {}

  /** Refused unless active. */
  record CancelRetainer(
      @TargetAggregateIdentifier RetainerId retainerId, TenantId tenant, PersonalData reason)
      implements RetainerCommands {}
}
