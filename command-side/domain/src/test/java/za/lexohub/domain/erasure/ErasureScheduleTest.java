package za.lexohub.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;

import java.util.List;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.Rule;
import za.lexohub.messages.erasure.ErasureCommands.CancelErasure;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureEvents.ErasureCancelled;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;

/** An erasure that the law puts off is carried out on its day, or later. */
class ErasureScheduleTest extends ErasedPapers {
  @Test
  void whatTheLawKeepsIsScheduledWhenThatIsAskedFor() {
    books.given(paid(quote, PAID_ON));

    ErasureScheduled event = (ErasureScheduled) books.when(schedule()).events().getFirst();

    assertThat(event.dueOn()).isEqualTo(DUE_ON);
    assertThat(event.subjects()).containsExactlyElementsOf(ALL);
    assertThat(event.claims()).hasSize(2);
    books.when(schedule()).changesNothing();
    books.when(erase(NOW)).isRefusedBy(Rule.RETENTION_RUNS);
  }

  @Test
  void aScheduledErasureIsCarriedOutOnItsDayAndNotBefore() {
    books.given(paid(quote, PAID_ON)).after(schedule());

    books.when(new CarryOutErasure(file, jhb, DUE.minusMillis(1))).changesNothing();
    books
        .when(new CarryOutErasure(file, jhb, DUE))
        .appends(
            erased(
                data(file, List.of(quote.id().value()), List.of(quote.invoice(1).value())), DUE));
    books.when(new CarryOutErasure(file, jhb, DUE)).changesNothing();
  }

  @Test
  void anEntryMadeSincePutsItOff() {
    books.given(paid(quote, PAID_ON)).after(schedule());
    Invoices inv = invoice().from(quote);
    books.given(
        new PaymentRecorded(
            inv.id(),
            PaymentId.random(),
            Money.ZERO,
            PaymentMethod.EFT,
            PAID_ON.plusDays(10),
            null,
            Money.ZERO));

    books.when(new CarryOutErasure(file, jhb, DUE));

    assertThat(scheduled().dueOn()).isEqualTo(DUE_ON.plusDays(10));
  }

  @Test
  void aVoidingYearsLaterIsAnEntryToo() {
    Invoices inv = invoice().from(quote);
    books.given(quote.untilValidated(quote.offer()));
    books.given(inv.generated(), inv.sent());
    books.givenOn(
        YEARS_LATER, new InvoiceVoided(inv.id(), "INV-2026-0001", quote.id(), sealed("mistake")));
    books.given(new ProFormaInvoiceReleased(quote.id(), 1, inv.id()));

    books.after(schedule());

    assertThat(scheduled().dueOn()).isEqualTo(YEARS_LATER.plusYears(7).plusDays(1));
  }

  @Test
  void aReversalYearsLaterIsAnEntryToo() {
    PaymentRecorded payment = nothingMore();
    books.given(paid(quote, PAID_ON));
    books.given(payment);
    books.givenOn(
        YEARS_LATER,
        new PaymentReversed(
            payment.invoiceId(), payment.paymentId(), Money.ZERO, sealed("bounced"), Money.ZERO));

    books.after(schedule());

    assertThat(scheduled().dueOn()).isEqualTo(YEARS_LATER.plusYears(7).plusDays(1));
  }

  @Test
  void aPaymentRecordedYearsLaterIsAnEntryOfTheDayItWasRecorded() {
    books.given(paid(quote, PAID_ON));
    books.givenOn(YEARS_LATER, nothingMore());

    books.after(schedule());

    assertThat(scheduled().dueOn()).isEqualTo(YEARS_LATER.plusYears(7).plusDays(1));
  }

  /** A payment of nothing, which leaves a paid invoice paid. */
  private PaymentRecorded nothingMore() {
    return new PaymentRecorded(
        invoice().from(quote).id(),
        PaymentId.random(),
        Money.ZERO,
        PaymentMethod.EFT,
        PAID_ON,
        null,
        Money.ZERO);
  }

  @Test
  void aCancelledOneIsNotCarriedOut() {
    books.given(paid(quote, PAID_ON));
    CancelErasure cancel = new CancelErasure(file, jhb, sealed("withdrawn"));
    books.when(cancel).isRefusedBy(Rule.ERASURE_NOT_SCHEDULED);
    books.after(schedule());

    books.when(cancel).appends(new ErasureCancelled(id, sealed("withdrawn")));

    books.when(new CarryOutErasure(file, jhb, DUE)).changesNothing();
  }
}
