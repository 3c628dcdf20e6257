package za.lexohub.messages.receipt;

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

/** What may be asked of a receipt. Repeating a command that has had its effect changes nothing. */
public sealed interface ReceiptCommands extends TenantCommand {

  ReceiptId receiptId();

  /** Refused when the date lies in the future, or the matter was declined. */
  record RecordReceipt(
      @TargetAggregateIdentifier ReceiptId receiptId,
      TenantId tenant,
      Money amount,
      PaymentMethod method,
      LocalDate receivedOn,
      @Nullable MatterId matterId,
      @Nullable PersonalData reference,
      LocalDate today)
      implements ReceiptCommands {
    public RecordReceipt {
      BusinessTime.plausible(receivedOn);
      Shape.positive("amount", amount);
      Shape.require(reference == null || matterId != null, "reference needs a matter");
      Shape.require(!method.isClientMoney(), "method must be one by which money comes in");
    }
  }

  /** Refused unless amount ≤ what is left, and ≤ the balance of the invoice. */
  record AllocateReceipt(
      @TargetAggregateIdentifier ReceiptId receiptId,
      TenantId tenant,
      InvoiceId invoiceId,
      PaymentId paymentId,
      Money amount,
      LocalDate today)
      implements ReceiptCommands {
    public AllocateReceipt {
      Shape.positive("amount", amount);
    }
  }

  /** Refused unless amount ≤ what is left. */
  record RefundReceipt(
      @TargetAggregateIdentifier ReceiptId receiptId,
      TenantId tenant,
      Money amount,
      PersonalData reason)
      implements ReceiptCommands {
    public RefundReceipt {
      Shape.positive("amount", amount);
    }
  }

  /**
   * Records that the client has paid back what was refunded and had never come in. Refused unless
   * amount ≤ what is owed, and when the date lies in the future.
   */
  record RepayReceipt(
      @TargetAggregateIdentifier ReceiptId receiptId,
      TenantId tenant,
      UUID repaymentId,
      Money amount,
      PaymentMethod method,
      LocalDate receivedOn,
      LocalDate today)
      implements ReceiptCommands {
    public RepayReceipt {
      BusinessTime.plausible(receivedOn);
      Shape.positive("amount", amount);
      Shape.require(!method.isClientMoney(), "method must be one by which money comes in");
    }
  }
}
