package za.lexohub.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.AdvocateCommands.ChangeNumberFormats;
import za.lexohub.messages.practice.AdvocateCommands.RegisterAdvocate;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;
import za.lexohub.messages.practice.PracticeProfile;

/** What once stood on a document of one series never stands on one of another. */
class NumberTextsTest {

  private static NumberFormat format(NumberSeries series, String pattern) {
    return new NumberFormat(series, pattern);
  }

  @Test
  void whatOneSeriesHadNoOtherGetsEvenWhenItIsFree() {
    NumberFormats moved =
        NumberFormats.USUAL.changed(List.of(format(NumberSeries.INVOICE, "FEE-YYYY-NNNN")));

    for (String taken : List.of("INV-YYYY-NNNN", "INV-YY-NN", "FEE-YYYY-NNN")) {
      assertThatThrownBy(() -> moved.changed(List.of(format(NumberSeries.CREDIT_NOTE, taken))))
          .as(taken)
          .satisfies(NumberTextsTest::isRefused);
    }
    NumberFormats back = moved.changed(List.of(format(NumberSeries.INVOICE, "INV-YYYY-NNNN")));
    assertThat(back).isEqualTo(NumberFormats.USUAL);
  }

  @Test
  void twoSeriesDoNotExchangeTheirPatterns() {
    assertThatThrownBy(
            () ->
                NumberFormats.USUAL.changed(
                    List.of(
                        format(NumberSeries.INVOICE, "CN-YYYY-NNNN"),
                        format(NumberSeries.CREDIT_NOTE, "INV-YYYY-NNNN"))))
        .satisfies(NumberTextsTest::isRefused);
  }

  @Test
  void theCodeOfABarIsAsGoodAsItsPlaceholder() {
    assertThatThrownBy(
            () -> NumberFormats.USUAL.changed(List.of(format(NumberSeries.INVOICE, "CPT/YY/NN"))))
        .satisfies(NumberTextsTest::isRefused);
  }

  @Test
  void patternsThatWereExchangedBeforeThisWasAskedAreReadAsTheyStand() {
    List<NumberFormat> exchanged =
        List.of(
            format(NumberSeries.INVOICE, "CN-YYYY-NNNN"),
            format(NumberSeries.CREDIT_NOTE, "INV-YYYY-NNNN"));
    NumberFormats read = NumberFormats.USUAL.with(exchanged);

    assertThat(read.pattern(NumberSeries.INVOICE)).isEqualTo("CN-YYYY-NNNN");
    assertThatThrownBy(() -> read.changed(exchanged)).satisfies(NumberTextsTest::isRefused);
  }

  @Test
  void theAdvocateRefusesIt() {
    Books books = new Books();
    TenantId tenant = Samples.fresh("numbers");
    AdvocateId advocate = AdvocateId.of(tenant);
    NumberFormat fees = format(NumberSeries.INVOICE, "FEE-YYYY-NNNN");
    books.after(
        new RegisterAdvocate(
            advocate, tenant, Bar.JOHANNESBURG, PracticeProfile.REFERRAL, Samples.sealed("me")));
    books
        .when(new ChangeNumberFormats(advocate, tenant, List.of(fees)))
        .appends(new NumberFormatsChanged(advocate, List.of(fees)));
    books
        .when(
            new ChangeNumberFormats(
                advocate, tenant, List.of(format(NumberSeries.CREDIT_NOTE, "INV-YYYY-NNN"))))
        .isRefusedBy(Rule.NUMBER_FORMAT_INVALID);
  }

  /** What a history does next: it changes a pattern, or prints a number. */
  record Step(NumberSeries series, String pattern, Bar bar, boolean changes) {}

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<String> begin = Arbitraries.of("INV-", "CN-", "PF-", "BAR/", "JHB/", "CPT/", "A");
    Arbitrary<String> rest = Arbitraries.of("YYYY-NNNN", "YY-NN", "YYYY/NNN", "YY/NN", "YY-NN/A");
    return Combinators.combine(
            Arbitraries.of(NumberSeries.class),
            Combinators.combine(begin, rest).as(String::concat),
            Arbitraries.of(Bar.class),
            Arbitraries.of(true, false, false))
        .as(Step::new);
  }

  @Property(tries = 300)
  void noTextIsEverPrintedTwice(
      @ForAll @Size(min = 5, max = 60) List<@From("steps") Step> history) {
    NumberFormats formats = NumberFormats.USUAL;
    Map<NumberSeries, Integer> last = new EnumMap<>(NumberSeries.class);
    Set<String> printed = new HashSet<>();
    for (Step step : history) {
      if (step.changes()) {
        try {
          formats = formats.changed(List.of(format(step.series(), step.pattern())));
        } catch (RuleViolated refused) {
          isRefused(refused);
        }
      } else {
        int value = last.merge(step.series(), 1, Integer::sum);
        assertThat(printed.add(formats.print(step.series(), step.bar(), 2026, value))).isTrue();
      }
    }
  }

  private static void isRefused(Throwable refusal) {
    assertThat(refusal)
        .isInstanceOfSatisfying(
            RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(Rule.NUMBER_FORMAT_INVALID));
  }
}
