package za.lexohub.domain.receipt;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.receipt.ReceiptId;

/**
 * Records what comes in on an invoice. More than is open is refused, unless the practice keeps such
 * money ({@code domain.md} D2): then what is open is paid, and the rest is a receipt of its own, in
 * one append. An invoice on which nothing is open takes nothing either way. What is reversed goes
 * back the same way: the rest is cancelled, what of it was refunded is owed, and money out of a
 * receipt is left of it again.
 */
@Component
class Overpayments {
  private final Repository<Receipt> receipts;
  private final InvoiceAccounts invoices;
  private final Practices practices;

  Overpayments(Repository<Receipt> receipts, InvoiceAccounts invoices, Practices practices) {
    this.receipts = receipts;
    this.invoices = invoices;
    this.practices = practices;
  }

  @CommandHandler
  void decide(
      RecordPayment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    // Looked at whatever the policy is now, because a payment may come again after it has changed.
    Aggregate<Receipt> rest =
        PaymentTraces.lock(receipts, command.tenant(), command.invoiceId(), command.paymentId());
    InvoiceAccounts.Locked invoice =
        invoices.lock(command.invoiceId(), command.tenant(), expectedVersion);
    Money kept = rest.invoke(Receipt::recorded);
    if (invoice.isRepeat(
        command.paymentId(),
        command.amount().minus(kept),
        command.method(),
        command.paymentDate())) {
      return;
    }
    Money open = invoice.balance();
    boolean keepsRest =
        command.amount().exceeds(open)
            && open.isPositive()
            && practices.of(command.tenant()).overpaymentPolicy()
                == OverpaymentPolicy.CREDIT_UNALLOCATED;
    invoice.pay(
        command.paymentId(),
        keepsRest ? open : command.amount(),
        command.method(),
        command.paymentDate(),
        command.reference(),
        command.today());
    if (keepsRest) {
      ReceiptId receiptId =
          PaymentTraces.idOf(command.tenant(), command.invoiceId(), command.paymentId());
      rest.execute(it -> it.keepRest(receiptId, command, command.amount().minus(open)));
    }
  }

  @CommandHandler
  void decide(
      ReversePayment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Receipt> trace =
        PaymentTraces.lock(receipts, command.tenant(), command.invoiceId(), command.paymentId());
    Optional<Aggregate<Receipt>> source =
        trace
            .invoke(Receipt::source)
            .map(id -> Admission.load(receipts, Receipt.class, id, command.tenant()));
    invoices.lock(command.invoiceId(), command.tenant(), expectedVersion).reverse(command);
    trace.execute(Receipt::cancelRest);
    source.ifPresent(receipt -> receipt.execute(it -> it.takeBack(command)));
  }
}
