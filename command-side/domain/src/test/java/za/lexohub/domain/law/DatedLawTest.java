package za.lexohub.domain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
