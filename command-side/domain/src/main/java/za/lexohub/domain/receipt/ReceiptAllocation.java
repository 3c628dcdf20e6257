package za.lexohub.domain.receipt;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptId;

/**
 * Pays an invoice out of a receipt: both say so in one append, and a trace leads from the payment
 * back to the receipt. The payment is dated as the money came in; the receipt's reference stays
 * with the receipt, because it is sealed for whatever that belongs to.
 */
@Component
class ReceiptAllocation {
  private final Repository<Receipt> receipts;
  private final InvoiceAccounts invoices;

  ReceiptAllocation(Repository<Receipt> receipts, InvoiceAccounts invoices) {
    this.receipts = receipts;
    this.invoices = invoices;
  }

  @CommandHandler
  void decide(
      AllocateReceipt command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Receipt> trace =
        PaymentTraces.lock(receipts, command.tenant(), command.invoiceId(), command.paymentId());
    // Of another payment: it says so before a second receipt is locked, so that no two of them wait
    // for each other.
    if (trace.invoke(it -> it.isKnown() && !it.leadsTo(command.receiptId()))) {
      throw new RuleViolated(
          Rule.PAYMENT_ALREADY_RECORDED, "the invoice has another payment with this id");
    }
    Aggregate<Receipt> receipt =
        Admission.load(
            receipts, Receipt.class, command.receiptId(), command.tenant(), expectedVersion);
    if (receipt.invoke(it -> it.isRepeat(command))) {
      return;
    }
    InvoiceAccounts.Locked invoice = invoices.lock(command.invoiceId(), command.tenant());
    receipt.execute(it -> it.decide(command));
    PaymentMethod method = receipt.invoke(Receipt::method);
    LocalDate receivedOn = receipt.invoke(Receipt::receivedOn);
    invoice.pay(command.paymentId(), command.amount(), method, receivedOn, null, command.today());
    ReceiptId traceId =
        PaymentTraces.idOf(command.tenant(), command.invoiceId(), command.paymentId());
    trace.execute(it -> it.trace(traceId, command));
  }
}
