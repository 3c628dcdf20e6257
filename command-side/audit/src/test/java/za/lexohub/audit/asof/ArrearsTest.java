package za.lexohub.audit.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.audit.MoraInterest.Interest;
import za.lexohub.domain.law.MoraRates;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.PaymentTerm;

class ArrearsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
  private static final InvoiceId ID = new InvoiceId(UUID.randomUUID());
  private static final PersonalData SEALED =
      new PersonalData(UUID.randomUUID(), UUID.randomUUID(), "nonce", "sealed");
  private static final MoraRates RATES = MoraRates.ofSouthAfrica();
  private static final PaymentId PAYMENT = PaymentId.random();

  private final Arrears arrears = new Arrears();

  /** R 100,000.00, due on that day. */
  private void due(LocalDate day) {
    Money total = Money.cents(10_000_000);
    Totals totals =
        new Totals(
            total,
            Money.ZERO,
            Money.ZERO,
            total,
            0,
            Money.ZERO,
            total,
            Totals.HALF_UP_PER_DOCUMENT);
    arrears.apply(
        new InvoiceSent(
            ID,
            new TenantId("adv"),
            "INV-1",
            null,
            new Party(SEALED, true),
            totals,
            new PaymentTerm("JHB_60", 60),
            day.minusDays(60),
            day,
            Instant.EPOCH),
        day);
  }

  private Interest on(LocalDate day) {
    return arrears.on(day, RATES).orElseThrow();
  }

  @Test
  void nothingRunsOnTheDueDateAndADayOnTheNext() {
    due(DUE);

    assertThat(on(DUE).interest()).isEqualTo(Money.ZERO);
    // 100000.00 * 10.25 % / 365 = 28.08
    assertThat(on(DUE.plusDays(1)))
        .returns(Money.cents(2_808), Interest::interest)
        .returns(DUE.plusDays(1), Interest::from)
        .returns(1L, Interest::days)
        .returns(1025, Interest::rateBasisPoints);
    assertThat(on(DUE.plusDays(365)).interest()).isEqualTo(Money.cents(1_025_000));
  }

  @Test
  void theRateStaysThatOfTheDayOnWhichInterestBegan() {
    due(LocalDate.of(2025, 12, 30));

    assertThat(on(LocalDate.of(2026, 12, 30)))
        .returns(1050, Interest::rateBasisPoints)
        .returns(Money.cents(1_050_000), Interest::interest);
  }

  @Test
  void aPaymentCountsByItsOwnDateAndOneThatDidNotHoldNotAtAll() {
    due(DUE);
    arrears.apply(
        new PaymentRecorded(
            ID,
            PAYMENT,
            Money.cents(10_000_000),
            PaymentMethod.EFT,
            DUE.plusDays(10),
            null,
            Money.ZERO),
        DUE.plusDays(40));

    // ten days, and then nothing is owed
    assertThat(on(DUE.plusDays(365)))
        .returns(Money.cents(28_082), Interest::interest)
        .returns(10L, Interest::days)
        .returns(Money.ZERO, Interest::capital);

    arrears.apply(
        new PaymentReversed(ID, PAYMENT, Money.cents(10_000_000), SEALED, Money.ZERO),
        DUE.plusDays(50));
    assertThat(on(DUE.plusDays(365)).interest()).isEqualTo(Money.cents(1_025_000));
  }

  @Test
  void aCreditNoteLowersTheCapitalFromTheDayAfterIt() {
    due(DUE);
    arrears.apply(
        new CreditNoteApplied(
            ID,
            new CreditNoteId(UUID.randomUUID()),
            "CN-1",
            1,
            Money.cents(5_000_000),
            Money.ZERO),
        DUE.plusDays(10));

    assertThat(on(DUE.plusDays(20)))
        .returns(Money.cents(42_123), Interest::interest)
        .returns(Money.cents(5_000_000), Interest::capital)
        .returns(20L, Interest::days);
  }

  @Test
  void interestRunsNoFurtherThanTheCapital() {
    due(DUE);

    assertThat(on(LocalDate.of(2040, 1, 1)))
        .returns(Money.cents(10_000_000), Interest::interest)
        .returns(true, Interest::capped);
  }

  @Test
  void noInterestIsMadeUpWithoutARate() {
    due(LocalDate.of(2015, 1, 31));

    assertThat(on(LocalDate.of(2016, 1, 1)))
        .returns(null, Interest::interest)
        .returns(null, Interest::rateBasisPoints)
        .returns(Money.cents(10_000_000), Interest::capital);
  }

  @Test
  void aVoidOrUnsentInvoiceOwesNothing() {
    assertThat(arrears.on(DUE, RATES)).isEmpty();
    due(DUE);
    arrears.apply(new InvoiceVoided(ID, "INV-1", null, SEALED), DUE.plusDays(2));
    assertThat(arrears.on(DUE.plusDays(30), RATES)).isEmpty();
  }
}
