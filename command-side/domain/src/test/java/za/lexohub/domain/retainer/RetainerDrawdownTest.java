package za.lexohub.domain.retainer;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.retainer.Retainers.DAY;
import static za.lexohub.domain.retainer.Retainers.retainer;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerReplenished;

/** What a retainer pays is a payment on the invoice, in the same append. */
class RetainerDrawdownTest {
  private static final long TOTAL = 3_162_500;

  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final MatterId matter = MatterId.random();
  private final Invoices inv = invoice().from(proForma().of(jhb).on(matter));
  private final Retainers it = retainer(jhb, matter);
  private final PaymentId payment = PaymentId.random();

  @BeforeEach
  void anIssuedInvoiceAndAFilledRetainer() {
    books.given(
        inv.generated(),
        inv.sent(),
        it.agreed(),
        it.deposited(UUID.randomUUID(), 5_000_000, 5_000_000));
  }

  private PaymentRecorded paid(long cents, long balance) {
    return new PaymentRecorded(
        inv.id(),
        payment,
        Money.cents(cents),
        PaymentMethod.RETAINER,
        DAY,
        null,
        Money.cents(balance));
  }

  @Test
  void aPartOfTheInvoiceIsPaid() {
    books
        .when(it.draw(inv.id(), payment, 100_000))
        .appends(
            it.drawn(inv.id(), payment, 100_000, 4_900_000),
            paid(100_000, TOTAL - 100_000),
            new InvoicePartiallyPaid(inv.id(), Money.cents(100_000), Money.cents(TOTAL - 100_000)));
  }

  @Test
  void theSameDrawdownIsMadeOnce() {
    books.after(it.draw(inv.id(), payment, 100_000));
    books.when(it.draw(inv.id(), payment, 100_000)).changesNothing();
    books.when(it.draw(inv.id(), payment, 100_001)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
  }

  @Test
  void theWholeInvoiceIsPaidAndNeverMore() {
    books.when(it.draw(inv.id(), payment, TOTAL + 1)).isRefusedBy(Rule.PAYMENT_EXCEEDS_BALANCE);
    books
        .when(it.draw(inv.id(), payment, TOTAL))
        .appends(
            it.drawn(inv.id(), payment, TOTAL, 5_000_000 - TOTAL),
            paid(TOTAL, 0),
            new InvoicePaid(inv.id(), Money.cents(TOTAL), DAY));
    books.when(it.draw(inv.id(), PaymentId.random(), 1)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
  }

  @Test
  void aRetainerNeverPaysMoreThanItHoldsAndTellsWhenItIsEmpty() {
    Retainers small = retainer(jhb, matter);
    books.given(small.agreed(), small.deposited(UUID.randomUUID(), 100_000, 100_000));
    books.when(small.draw(inv.id(), payment, 100_001)).isRefusedBy(Rule.RETAINER_BALANCE_TOO_LOW);
    books
        .when(small.draw(inv.id(), payment, 100_000))
        .appends(
            small.drawn(inv.id(), payment, 100_000, 0),
            new RetainerBalanceLow(small.id(), Money.ZERO, Money.cents(20_000)),
            new RetainerDepleted(small.id()),
            paid(100_000, TOTAL - 100_000),
            new InvoicePartiallyPaid(inv.id(), Money.cents(100_000), Money.cents(TOTAL - 100_000)));
    books.when(small.draw(inv.id(), PaymentId.random(), 1)).isRefusedBy(Rule.RETAINER_NOT_ACTIVE);
    books
        .when(small.reverse(payment))
        .appends(
            small.reversed(inv.id(), payment, 100_000, 100_000),
            new RetainerReplenished(small.id()),
            reversed(100_000, TOTAL));
  }

  private PaymentReversed reversed(long cents, long balance) {
    return new PaymentReversed(
        inv.id(), payment, Money.cents(cents), it.note("mistake"), Money.cents(balance));
  }

  @Test
  void aDrawdownIsTakenBackOnBothSidesOrNeither() {
    books.after(it.draw(inv.id(), payment, 100_000));
    books
        .when(new ReversePayment(inv.id(), jhb, payment, sealed("mistake"), DAY))
        .isRefusedBy(Rule.PAYMENT_FROM_CLIENT_MONEY);
    books
        .when(it.reverse(payment))
        .appends(it.reversed(inv.id(), payment, 100_000, 5_000_000), reversed(100_000, TOTAL));
    books.when(it.reverse(payment)).isRefusedBy(Rule.DRAWDOWN_ALREADY_REVERSED);
    books.when(it.reverse(PaymentId.random())).isRefusedBy(Rule.DRAWDOWN_UNKNOWN);
  }

  @Test
  void theInvoiceIsOfTheSameMatter() {
    Retainers other = retainer(jhb, MatterId.random());
    books.given(other.agreed(), other.deposited(UUID.randomUUID(), 100_000, 100_000));
    books.when(other.draw(inv.id(), payment, 100)).isRefusedBy(Rule.RETAINER_OF_OTHER_MATTER);
  }

  @Test
  void theInvoiceIsIssuedAndThere() {
    Invoices draft = invoice().from(proForma().of(jhb).on(matter));
    books.given(draft.generated());
    books.when(it.draw(draft.id(), payment, 100)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    books.when(it.draw(new InvoiceId(UUID.randomUUID()), payment, 100)).findsNothing();
  }

  @Test
  void aRetainerThatHasEndedPaysNothing() {
    books.given(new RetainerCancelled(it.id(), sealed("mandate ended")));
    books.when(it.draw(inv.id(), payment, 100)).isRefusedBy(Rule.RETAINER_NOT_ACTIVE);
  }

  @Test
  void nothingIsDrawnOnADayToCome() {
    books
        .when(
            new DrawDownRetainer(
                it.id(), jhb, inv.id(), payment, Money.cents(1), DAY.plusDays(1), DAY))
        .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
  }

  @Test
  void anotherTenantFindsNothingAndAnOlderVersionConflicts() {
    Retainers theirs = new Retainers(it.id(), Samples.STRANGER, matter);
    books.when(theirs.draw(inv.id(), payment, 100)).findsNothing();
    books.when(theirs.reverse(payment)).findsNothing();
    books
        .when(it.draw(inv.id(), payment, 100), Map.of(MetadataKeys.EXPECTED_VERSION, "1"))
        .conflictsWithVersion(2);
  }
}
