package za.lexohub.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.modelling.command.AggregateNotFoundException;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RecordReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RefundReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RepayReceipt;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptCancelled;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptOverdrawn;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRepaid;
import za.lexohub.messages.receipt.ReceiptId;

/** Whatever is paid, allocated, refunded and reversed, no money appears and none is lost. */
class ReceiptPropertiesTest {
  private final Books books = new Books();

  @Property(tries = 60)
  void whatCameInPaysSomethingWentBackOrIsLeft(
      @ForAll @Size(min = 3, max = 30) List<@IntRange(max = 6) Integer> choices,
      @ForAll @Size(value = 30) List<@LongRange(min = 1, max = 4_000_000) Long> amounts) {
    TenantId tenant = Samples.fresh("keeps");
    List<Invoices> invoices =
        List.of(invoice().from(proForma().of(tenant)), invoice().from(proForma().of(tenant)));
    invoices.forEach(it -> books.given(it.generated(), it.sent()));
    Set<ReceiptId> receipts = new LinkedHashSet<>();
    List<PaymentId> payments = new ArrayList<>(List.of(PaymentId.random()));
    receipts.add(ReceiptId.random());
    long in = 0;
    long out = 0;
    for (int i = 0; i < choices.size(); i++) {
      long cents = amounts.get(i);
      Invoices inv = invoices.get((int) (cents % 2));
      ReceiptId receipt = List.copyOf(receipts).get((int) (cents / 2 % receipts.size()));
      int choice = choices.get(i);
      PaymentId payment = payments.get((int) (cents / 3 % payments.size()));
      if (choice < 3 && cents % 5 != 0) {
        payment = PaymentId.random();
        payments.add(payment);
      }
      TenantCommand command =
          switch (choice) {
            case 0 ->
                new RecordReceipt(
                    ReceiptId.random(),
                    tenant,
                    Money.cents(cents),
                    PaymentMethod.EFT,
                    DATE,
                    null,
                    null,
                    DATE);
            case 1 -> inv.pay(payment, cents);
            case 2 ->
                new AllocateReceipt(
                    receipt, tenant, inv.id(), payment, Money.cents(cents / 4 + 1), DATE);
            case 3 -> new RefundReceipt(receipt, tenant, Money.cents(cents / 9 + 1), sealed("x"));
            case 4 ->
                new RepayReceipt(
                    receipt,
                    tenant,
                    UUID.randomUUID(),
                    Money.cents(cents / 20 + 1),
                    PaymentMethod.EFT,
                    DATE,
                    DATE);
            default -> inv.reverse(payment, DUE);
          };
      Books.Outcome outcome = books.when(command);
      if (outcome.refusal() != null) {
        assertThat(outcome.refusal())
            .isInstanceOfAny(RuleViolated.class, NotFound.class, AggregateNotFoundException.class);
        assertThat(outcome.appends()).isEmpty();
        continue;
      }
      boolean allocates = has(outcome, ReceiptAllocated.class);
      boolean takesBack = has(outcome, ReceiptAllocationReversed.class);
      for (Object event : outcome.events()) {
        switch (event) {
          case ReceiptRecorded it -> {
            receipts.add(it.receiptId());
            in += it.amount().amount();
          }
          case PaymentRecorded it -> in += allocates ? 0 : it.amount().amount();
          case PaymentReversed it -> out += takesBack ? 0 : it.amount().amount();
          case ReceiptCancelled it -> out += it.amount().amount();
          case ReceiptOverdrawn it -> out += it.cancelled().plus(it.owed()).amount();
          case ReceiptRepaid it -> in += it.amount().amount();
          case ReceiptRefunded it -> out += it.amount().amount();
          default -> {}
        }
      }
      long paid = invoices.stream().mapToLong(this::paid).sum();
      long left = receipts.stream().mapToLong(this::left).sum();
      long owed = receipts.stream().mapToLong(this::owed).sum();
      assertThat(paid + left - owed).isEqualTo(in - out);
    }
  }

  private static boolean has(Books.Outcome outcome, Class<?> event) {
    return outcome.events().stream().anyMatch(event::isInstance);
  }

  private long paid(Invoices inv) {
    long paid = 0;
    for (Object event : books.stream(inv.id())) {
      paid +=
          switch (event) {
            case PaymentRecorded it -> it.amount().amount();
            case PaymentReversed it -> -it.amount().amount();
            default -> 0;
          };
    }
    return paid;
  }

  private long owed(ReceiptId receipt) {
    long owed = 0;
    for (Object event : books.stream(receipt)) {
      owed =
          switch (event) {
            case ReceiptOverdrawn it -> it.owed().amount();
            case ReceiptRepaid it -> it.owed().amount();
            default -> owed;
          };
      assertThat(owed).isNotNegative();
    }
    return owed;
  }

  /** As the events say it. */
  private long left(ReceiptId receipt) {
    long left = 0;
    for (Object event : books.stream(receipt)) {
      left =
          switch (event) {
            case ReceiptRecorded it -> it.amount().amount();
            case ReceiptAllocated it -> it.left().amount();
            case ReceiptAllocationReversed it -> it.left().amount();
            case ReceiptRefunded it -> it.left().amount();
            case ReceiptCancelled it -> 0;
            case ReceiptOverdrawn it -> 0;
            default -> left;
          };
      assertThat(left).isNotNegative();
    }
    return left;
  }
}
