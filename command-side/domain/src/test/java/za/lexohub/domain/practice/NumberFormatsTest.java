package za.lexohub.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;

class NumberFormatsTest {

  private static NumberFormats invoices(String pattern) {
    return NumberFormats.USUAL.with(List.of(new NumberFormat(NumberSeries.INVOICE, pattern)));
  }

  private static String printed(NumberFormats formats, int year, int value) {
    return formats.print(NumberSeries.INVOICE, Bar.CAPE_TOWN, year, value);
  }

  @ParameterizedTest
  @CsvSource({
    "MATTER, CPT/2026/007",
    "PRO_FORMA, PF-2026-0007",
    "INVOICE, INV-2026-0007",
    "CREDIT_NOTE, CN-2026-0007",
    "DEBIT_NOTE, DN-2026-0007",
    "TRUST_RECEIPT, TR-2026-0007"
  })
  void numbersAreUsuallyPrintedLikeThis(NumberSeries series, String number) {
    assertThat(NumberFormats.USUAL.print(series, Bar.CAPE_TOWN, 2026, 7)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "INV-YYYY-NNN, INV-2026-042",
    "A/BAR/YY/NN, A/CPT/26/42",
    "YYYY-NNNN, 2026-0042",
    "YYBARNNN, 26CPT042",
    "FEE-YY-NN/A, FEE-26-42/A"
  })
  void aPatternIsFilledIn(String pattern, String number) {
    assertThat(printed(invoices(pattern), 2026, 42)).isEqualTo(number);
  }

  @Test
  void aCounterThatOutgrowsItsPatternIsPrintedWhole() {
    assertThat(printed(invoices("YY-NN"), 2026, 12_345)).isEqualTo("26-12345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INV-YYYY",
        "INV-NNNN",
        "NNNN-YYYY",
        "YYYYNNNN",
        "YYYY-NN-NN",
        "YYYY-YY-NN",
        "YYY-NN",
        "YYYY-NNNNN",
        "INV-YYYY-N",
        "inv-YYYY-NN",
        "INV 1-YYYY-NN",
        "INV2-YYYY-NN",
        "INV_YYYY-NN",
        "ABCDEFGHIJKLMN-YYYY-NNNN-Z",
        ""
      })
  void whatCouldPrintANumberTwiceIsNoPattern(String pattern) {
    assertThatThrownBy(() -> invoices(pattern)).satisfies(NumberFormatsTest::isRefused);
  }

  @Test
  void twoSeriesNeverPrintTheSame() {
    assertThatThrownBy(() -> invoices("CN-YY-NN")).satisfies(NumberFormatsTest::isRefused);
    NumberFormat once = new NumberFormat(NumberSeries.INVOICE, "A-YYYY-NN");
    assertThatThrownBy(() -> NumberFormats.USUAL.with(List.of(once, once)))
        .satisfies(NumberFormatsTest::isRefused);
  }

  @Test
  void seriesThatAreNotNamedStayAsTheyAre() {
    assertThat(invoices("A-YYYY-NN").pattern(NumberSeries.CREDIT_NOTE)).isEqualTo("CN-YYYY-NNNN");
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> letters = Arbitraries.strings().withChars("AI/-").ofMaxLength(3);
    return Combinators.combine(
            letters,
            Arbitraries.of("YYYY", "YY"),
            letters.filter(it -> !it.isEmpty()),
            Arbitraries.of("NN", "NNN", "NNNN"),
            letters)
        .as((before, year, between, counter, after) -> before + year + between + counter + after);
  }

  @Property(tries = 500)
  void twoDocumentsNeverBearTheSameNumberWhateverThePatternBecomes(
      @ForAll("patterns") String one,
      @ForAll("patterns") String other,
      @ForAll @IntRange(min = 2000, max = 2099) int year,
      @ForAll @IntRange(min = 2000, max = 2099) int otherYear,
      @ForAll @IntRange(min = 1, max = 20_000) int value,
      @ForAll @IntRange(min = 1, max = 20_000) int otherValue) {
    Assume.that(year != otherYear || value != otherValue);
    assertThat(printed(invoices(one), year, value))
        .isNotEqualTo(printed(invoices(other), otherYear, otherValue));
  }

  private static void isRefused(Throwable refusal) {
    assertThat(refusal)
        .isInstanceOfSatisfying(
            RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(Rule.NUMBER_FORMAT_INVALID));
  }
}
