package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.messages.money.Money;

class NotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|R_0,00",
        "5|R_0,05",
        "123456|R_1_234,56",
        "3162500|R_31_625,00",
        "99999|R_999,99",
        "100000000000|R_1_000_000_000,00",
        "-500000|−R_5_000,00"
      })
  void amountsAreGroupedByNoBreakSpacesAndHaveADecimalComma(long cents, String written) {
    assertThat(Notation.money(Money.cents(cents))).isEqualTo(written.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({
    "2.50,'2,5'",
    "1.000000,1",
    "0.333333,'0,333333'",
    "100000,100\u00a0000",
    "1E+3,1\u00a0000"
  })
  void quantitiesHaveNoMoreDecimalsThanTheyNeed(BigDecimal quantity, String written) {
    assertThat(Notation.quantity(quantity)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"1500,15%", "1550,'15,5%'", "0,0%"})
  void ratesAreInPerCent(int basisPoints, String written) {
    assertThat(Notation.percent(basisPoints)).isEqualTo(written);
  }

  @Test
  void datesAreDayMonthYear() {
    assertThat(Notation.date(LocalDate.of(2024, 9, 1))).isEqualTo("01/09/2024");
  }
}
