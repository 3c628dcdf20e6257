package za.lexohub.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.messages.erasure.RetentionClaim;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;

class DatedLawTest {

  @ParameterizedTest
  @CsvSource({
    "1991-09-29, 0",
    "1991-09-30, 1000",
    "1993-04-06, 1000",
    "1993-04-07, 1400",
    "2018-03-31, 1400",
    "2018-04-01, 1500",
    "2025-04-30, 1500",
    "2025-05-01, 1500",
    "2026-04-01, 1500",
    "2199-12-31, 1500"
  })
  void vatIsThatOfTheDayAndWithdrawnRatesNeverApply(LocalDate date, int basisPoints) {
    assertThat(VatRates.ofSouthAfrica().on(date)).isEqualTo(basisPoints);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-31, 1500",
    "2027-04-01, 1600",
    "2028-03-31, 1600",
    "2028-04-01, 1500",
    "2030-01-01, 1700"
  })
  void anAnnouncedRateLapsesAfterTwelveMonthsUnlessItIsEnacted(LocalDate date, int basisPoints) {
    VatRates rates =
        new VatRates(
            List.of(
                new VatRates.Row(1500, LocalDate.of(2018, 4, 1), VatRates.Status.ENACTED, "Act"),
                new VatRates.Row(
                    1600, LocalDate.of(2027, 4, 1), VatRates.Status.ANNOUNCED, "Budget"),
                new VatRates.Row(
                    1900, LocalDate.of(2027, 6, 1), VatRates.Status.WITHDRAWN, "Budget"),
                new VatRates.Row(1700, LocalDate.of(2030, 1, 1), VatRates.Status.ENACTED, "Act")));

    assertThat(rates.on(date)).isEqualTo(basisPoints);
  }

  @Test
  void thresholdsAreThoseOfTheDay() {
    VatThresholds thresholds = VatThresholds.ofSouthAfrica();

    assertThat(thresholds.on(LocalDate.of(2026, 3, 31)).orElseThrow().compulsory())
        .isEqualTo(Money.cents(100_000_000));
    assertThat(thresholds.on(LocalDate.of(2026, 4, 1)).orElseThrow())
        .returns(Money.cents(230_000_000), VatThresholds.Thresholds::compulsory)
        .returns(Money.cents(12_000_000), VatThresholds.Thresholds::voluntary)
        .returns(Money.cents(250_000_000), VatThresholds.Thresholds::paymentsBasis);
    assertThat(thresholds.on(LocalDate.of(2010, 2, 28))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-06-30, 1125",
    "2023-07-01, 1175",
    "2024-10-31, 1175",
    "2025-12-31, 1050",
    "2026-01-01, 1025",
    "2026-11-22, 1025"
  })
  void interestHasTheRateOfTheDayOnWhichItBegins(LocalDate begins, int basisPoints) {
    MoraRates.Rate rate = MoraRates.ofSouthAfrica().when(begins).orElseThrow();

    assertThat(rate.basisPoints()).isEqualTo(basisPoints);
    assertThat(rate.source()).contains("Act 55 of 1975");
  }

  @Test
  void noRateIsMadeUpForAYearBeforeTheTable() {
    assertThat(MoraRates.ofSouthAfrica().when(LocalDate.of(2020, 2, 29))).isEmpty();
  }

  @Test
  void interestIsSimpleAndRoundedOnce() {
    // 100000.00 at 10.25 % for 365 days, in one span or many
    assertThat(new InDuplum(1025).run(Money.cents(10_000_000), 365).interest())
        .isEqualTo(Money.cents(1_025_000));
    InDuplum daily = new InDuplum(1025);
    for (int day = 0; day < 365; day++) {
      daily.run(Money.cents(10_000_000), 1);
    }
    assertThat(daily.interest()).isEqualTo(Money.cents(1_025_000));
    // 0.01 * 10.25 % * 178 / 365 = 0.0499..., 179 days 0.0502...
    assertThat(new InDuplum(1025).run(Money.cents(10), 178).interest()).isEqualTo(Money.ZERO);
    assertThat(new InDuplum(1025).run(Money.cents(10), 179).interest()).isEqualTo(Money.cents(1));
  }

  @Test
  void interestStopsAtTheCapitalThatIsOutstandingThen() {
    InDuplum interest = new InDuplum(1000).run(Money.cents(10_000), 3_650);
    assertThat(interest.interest()).isEqualTo(Money.cents(10_000));
    assertThat(interest.isStopped()).isFalse();
    assertThat(interest.run(Money.cents(10_000), 1).isStopped()).isTrue();
    assertThat(interest.interest()).isEqualTo(Money.cents(10_000));
    // half of it is paid: what has accrued stays, nothing comes to it
    assertThat(interest.run(Money.cents(5_000), 365).interest()).isEqualTo(Money.cents(10_000));
  }

  @Test
  void eachBarHasItsTerm() {
    PaymentTerms terms = PaymentTerms.ofTheBars();
    LocalDate day = LocalDate.of(2024, 9, 1);

    assertThat(terms.on(day, Bar.JOHANNESBURG)).isEqualTo(new PaymentTerm("JHB_60", 60));
    assertThat(terms.on(day, Bar.CAPE_TOWN)).isEqualTo(new PaymentTerm("CPT_90", 90));
    assertThat(terms.on(LocalDate.of(1900, 1, 1), Bar.CAPE_TOWN).days()).isEqualTo(90);
  }

  @ParameterizedTest
  @CsvSource({
    // the return by the end of January 2027, and five years; seven from the payment
    "2026-11-22, 2027-02-03, TAA_S29, 2032-01-31, 2034-02-03",
    "2026-12-31, 2026-12-31, TAA_S29, 2032-02-28, 2033-12-31",
    "2012-09-30, 2012-09-30, VAT_S55, 2017-11-30, 2019-09-30",
    "2012-10-01, 2012-10-01, TAA_S29, 2017-12-31, 2019-10-01"
  })
  void recordsAreKeptAsTheLawOfTheInvoicesDaySays(
      LocalDate invoice, LocalDate lastEntry, String taxLaw, LocalDate tax, LocalDate council) {
    List<RetentionClaim> claims = RetentionLaws.ofSouthAfrica().on(invoice, lastEntry);

    assertThat(claims)
        .extracting(RetentionClaim::law, RetentionClaim::keepUntil)
        .containsExactly(tuple(taxLaw, tax), tuple("LPC_RECORDS", council));
    assertThat(claims).allSatisfy(claim -> assertThat(claim.source()).contains("Act"));
  }
}
