package za.lexohub.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.messages.erasure.RetentionClaim;
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
