package za.lexohub.domain.retainer;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.retainer.Retainers.DAY;
import static za.lexohub.domain.retainer.Retainers.ENDS;
import static za.lexohub.domain.retainer.Retainers.retainer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.retainer.RetainerCommands.CancelRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;

/** I15, over histories of whatever may be asked. */
class RetainerPropertiesTest {
  private final Books books = new Books();

  @Property(tries = 60)
  void theBalanceIsWhatCameInLessWhatWentOutAndNeverBelowNothing(
      @ForAll @Size(max = 30) List<@IntRange(max = 9) Integer> choices,
      @ForAll @Size(value = 30) List<@LongRange(min = 1, max = 2_000_000) Long> amounts) {
    TenantId jhb = Samples.fresh("jhb");
    MatterId matter = MatterId.random();
    Invoices inv = invoice().from(proForma().of(jhb).on(matter));
    Retainers it = retainer(jhb, matter);
    books.given(inv.generated(), inv.sent(), it.agreed());
    List<PaymentId> drawn = new ArrayList<>(List.of(PaymentId.random()));
    for (int i = 0; i < choices.size(); i++) {
      PaymentId known = drawn.get(choices.get(i) % drawn.size());
      Books.Outcome outcome =
          books.when(command(it, inv, choices.get(i), amounts.get(i), drawn, known));
      assertThat(outcome.refusal())
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              refused -> assertThat(refused).isInstanceOf(RuleViolated.class));
    }

    long held = 0;
    long paid = 0;
    for (Object event : books.stream(it.id())) {
      long after;
      switch (event) {
        case RetainerDeposited e -> {
          held += e.amount().amount();
          after = e.balanceAfter().amount();
        }
        case RetainerDrawnDown e -> {
          held -= e.amount().amount();
          paid += e.amount().amount();
          after = e.balanceAfter().amount();
        }
        case RetainerDrawdownReversed e -> {
          held += e.amount().amount();
          paid -= e.amount().amount();
          after = e.balanceAfter().amount();
        }
        case RetainerRefunded e -> {
          held -= e.amount().amount();
          after = e.balanceAfter().amount();
        }
        default -> after = held;
      }
      assertThat(after).isEqualTo(held).isNotNegative();
    }
    long onInvoice = 0;
    for (Object event : books.stream(inv.id())) {
      switch (event) {
        case PaymentRecorded e -> onInvoice += e.amount().amount();
        case PaymentReversed e -> onInvoice -= e.amount().amount();
        default -> assertThat(onInvoice).isLessThanOrEqualTo(inv.totals().total().amount());
      }
    }
    assertThat(onInvoice).isEqualTo(paid);
  }

  private static TenantCommand command(
      Retainers it, Invoices inv, int choice, long cents, List<PaymentId> drawn, PaymentId known) {
    return switch (choice) {
      case 0, 1, 2 -> it.deposit(UUID.randomUUID(), cents);
      case 3, 4 -> {
        drawn.add(PaymentId.random());
        yield it.draw(inv.id(), drawn.get(drawn.size() - 1), cents);
      }
      case 5 -> it.draw(inv.id(), known, cents);
      case 6 -> it.reverse(known);
      case 7 -> it.refund(cents);
      case 8 -> new RenewRetainer(it.id(), it.tenant(), ENDS.plusDays(cents % 400), DAY);
      default ->
          cents % 5 == 0
              ? new CancelRetainer(it.id(), it.tenant(), it.note("ended"))
              : it.reverse(known);
    };
  }
}
