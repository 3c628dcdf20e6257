package za.lexohub.domain.receipt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.receipt.ReceiptId;

/**
 * Records what comes in on an invoice. More than is open is refused, unless the practice keeps such
 * money ({@code domain.md} D2): then what is open is paid, and the rest is a receipt of its own, in
 * one append. An invoice on which nothing is open takes nothing either way.
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
    ReceiptId receiptId = restOf(command);
    // Looked at whatever the policy is now, because a payment may come again after it has changed.
    Aggregate<Receipt> rest =
        Admission.loadOrCreate(
            receipts, Receipt.class, receiptId, Receipt::new, command.tenant(), null);
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
      rest.execute(it -> it.keepRest(receiptId, command, command.amount().minus(open)));
    }
  }

  /** A payment's id is unique on its invoice only. */
  private static ReceiptId restOf(RecordPayment command) {
    String name = command.tenant() + "/" + command.invoiceId() + "/" + command.paymentId();
    return new ReceiptId(
        UUID.nameUUIDFromBytes((name + "/receipt").getBytes(StandardCharsets.UTF_8)));
  }
}
