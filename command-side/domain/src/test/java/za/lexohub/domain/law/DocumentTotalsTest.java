package za.lexohub.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.domain.Samples.disbursement;
import static za.lexohub.domain.Samples.fee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import za.lexohub.domain.Samples;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;

class DocumentTotalsTest {
  private static final int RATE = 1500;

  private static List<Line> priced(OfferedLine... lines) {
    return List.of(lines).stream().map(OfferedLine::priced).toList();
  }

  private static Totals of(long fees, long disbursements, long discount, long vat, int rate) {
    long subtotal = fees + disbursements - discount;
    return new Totals(
        Money.cents(fees),
        Money.cents(disbursements),
        Money.cents(discount),
        Money.cents(subtotal),
        rate,
        Money.cents(vat),
        Money.cents(subtotal + vat),
        Totals.HALF_UP_PER_DOCUMENT);
  }

  @Example
  void goldenTotals() {
    assertThat(DocumentTotals.of(priced(fee(2_500_000), disbursement(250_000)), Money.ZERO, RATE))
        .isEqualTo(of(2_500_000, 250_000, 0, 412_500, RATE));
    assertThat(DocumentTotals.of(priced(fee(4_500_000), disbursement(800_000)), Money.ZERO, RATE))
        .isEqualTo(of(4_500_000, 800_000, 0, 795_000, RATE));
  }

  @Example
  void goldenTime() {
    assertThat(hours("3", 250_000)).isEqualTo(Money.cents(750_000));
    assertThat(hours("4", 250_000)).isEqualTo(Money.cents(1_000_000));
    assertThat(hours("5", 350_000)).isEqualTo(Money.cents(1_750_000));
    assertThat(hours("0.333333", 100)).isEqualTo(Money.cents(33));
    assertThat(hours("0.005", 100)).isEqualTo(Money.cents(1));
  }

  private static Money hours(String quantity, long rate) {
    return new OfferedLine(
            LineKind.FEE, null, new BigDecimal(quantity), Money.cents(rate), VatTreatment.STANDARD)
        .priced()
        .amount();
  }

  @Example
  void vatIsRoundedOncePerDocumentAndHalfUp() {
    assertThat(DocumentTotals.of(priced(fee(10)), Money.ZERO, RATE).vat())
        .isEqualTo(Money.cents(2));
    assertThat(DocumentTotals.of(priced(fee(3), fee(3), fee(3)), Money.ZERO, RATE).vat())
        .isEqualTo(Money.cents(1));
  }

  @Example
  void theDiscountReducesFeesBeforeVatAndOnlyFees() {
    List<Line> lines = priced(fee(100_000), disbursement(50_000));

    assertThat(DocumentTotals.of(lines, Money.cents(20_000), RATE))
        .isEqualTo(of(100_000, 50_000, 20_000, 19_500, RATE));
    assertThatThrownBy(() -> DocumentTotals.of(lines, Money.cents(100_001), RATE))
        .isInstanceOfSatisfying(
            RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(Rule.DISCOUNT_EXCEEDS_FEES));
  }

  @Example
  void theDiscountIsSharedOverTheTreatmentsOfTheFees() {
    List<Line> lines =
        priced(fee(75_000), Samples.line(LineKind.SERVICE, 25_000, VatTreatment.EXEMPT));

    assertThat(DocumentTotals.of(lines, Money.cents(10_000), RATE))
        .isEqualTo(of(100_000, 0, 10_000, 10_125, RATE));
  }

  @Example
  void aLineThatHoldsItsVatIsSplit() {
    List<Line> lines = priced(Samples.line(LineKind.DISBURSEMENT, 11_500, VatTreatment.INCLUSIVE));

    assertThat(DocumentTotals.of(lines, Money.ZERO, RATE)).isEqualTo(of(0, 10_000, 0, 1_500, RATE));
    assertThat(DocumentTotals.of(lines, Money.ZERO, 0)).isEqualTo(of(0, 11_500, 0, 0, 0));
  }

  @Example
  void exemptLinesAloneChargeNoVat() {
    List<Line> lines = priced(Samples.line(LineKind.FEE, 11_500, VatTreatment.EXEMPT));

    assertThat(DocumentTotals.of(lines, Money.ZERO, RATE)).isEqualTo(of(11_500, 0, 0, 0, 0));
  }

  @Example
  void theLargestTotalStandsAndOneCentMoreDoesNot() {
    long half = Totals.MAX_TOTAL.amount() / 2;
    Line big =
        new Line(
            LineKind.FEE,
            null,
            BigDecimal.ONE,
            Money.cents(half),
            Money.cents(half),
            VatTreatment.EXEMPT);
    List<Line> largest = List.of(big, big);
    List<Line> tooLarge = new ArrayList<>(largest);
    tooLarge.addAll(priced(disbursement(1)));

    assertThat(DocumentTotals.of(largest, Money.ZERO, RATE).total()).isEqualTo(Totals.MAX_TOTAL);
    for (List<Line> lines : List.of(tooLarge, Collections.nCopies(100_000, big))) {
      assertThatThrownBy(() -> DocumentTotals.of(lines, Money.ZERO, RATE))
          .isInstanceOfSatisfying(
              RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(Rule.TOTAL_TOO_LARGE));
    }
  }

  @Property
  void subtotalAndVatMakeTheTotal(
      @ForAll("documents") List<Line> lines,
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @IntRange(max = 2_500) int rate) {
    Money fees = DocumentTotals.of(lines, Money.ZERO, rate).fees();
    Money discount = Money.cents(fees.amount() * percent / 100);

    Totals totals = DocumentTotals.of(lines, discount, rate);

    assertThat(totals.subtotal())
        .isEqualTo(totals.fees().plus(totals.disbursements()).minus(discount));
    assertThat(totals.total()).isEqualTo(totals.subtotal().plus(totals.vat()));
    assertThat(totals.vat().isNegative()).isFalse();
    assertThat(totals.subtotal().isNegative()).isFalse();
    assertThat(totals.fees()).isEqualTo(fees);
    if (totals.vatRateBasisPoints() == 0) {
      assertThat(totals.vat()).isEqualTo(Money.ZERO);
    }
  }

  @Property
  void theOrderOfLinesDoesNotMatter(@ForAll("documents") List<Line> lines, @ForAll Random random) {
    List<Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);

    assertThat(DocumentTotals.of(shuffled, Money.ZERO, RATE))
        .isEqualTo(DocumentTotals.of(lines, Money.ZERO, RATE));
  }

  @Property
  void aDocumentOfInclusiveLinesTotalsWhatTheySay(
      @ForAll("documents") List<Line> lines, @ForAll @IntRange(max = 2_500) int rate) {
    List<Line> inclusive =
        lines.stream()
            .map(
                it ->
                    new Line(
                        it.kind(),
                        null,
                        it.quantity(),
                        it.rate(),
                        it.amount(),
                        VatTreatment.INCLUSIVE))
            .toList();
    long said = inclusive.stream().mapToLong(line -> line.amount().amount()).sum();

    assertThat(DocumentTotals.of(inclusive, Money.ZERO, rate).total()).isEqualTo(Money.cents(said));
  }

  @Property
  void standardLinesAgreeWithTheLedgersFormula(@ForAll("documents") List<Line> lines) {
    List<Line> standard =
        lines.stream().filter(line -> line.vatTreatment() == VatTreatment.STANDARD).toList();
    long subtotal = standard.stream().mapToLong(line -> line.amount().amount()).sum();

    assertThat(DocumentTotals.of(standard, Money.ZERO, RATE).total().amount())
        .isEqualTo((subtotal * 115 + 50) / 100);
  }

  @Provide
  Arbitrary<List<Line>> documents() {
    Arbitrary<Line> line =
        Combinators.combine(
                Arbitraries.of(LineKind.class),
                Arbitraries.of(VatTreatment.class),
                Arbitraries.longs().between(1, 10_000_000))
            .as((kind, treatment, cents) -> Samples.line(kind, cents, treatment).priced());
    return line.list().ofMinSize(1).ofMaxSize(12);
  }
}
