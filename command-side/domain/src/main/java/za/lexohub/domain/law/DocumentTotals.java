package za.lexohub.domain.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;

/**
 * Adds a document up by the rule {@link Totals#HALF_UP_PER_DOCUMENT} ({@code domain.md} 3 and D3).
 * A discount reduces fees and services only, in proportion over their VAT treatments. VAT is
 * computed once on all that is taxable and rounded once; lines that hold their VAT are first split,
 * so that a document of nothing else totals exactly what they say. The order of lines does not
 * matter.
 */
public final class DocumentTotals {
  private static final BigDecimal HUNDRED_PER_CENT = BigDecimal.valueOf(10_000);
  private static final int EXACT_ENOUGH = 12;

  /**
   * @param vatRateBasisPoints 0 when no VAT may be charged
   * @throws RuleViolated {@link Rule#DISCOUNT_EXCEEDS_FEES}, {@link Rule#TOTAL_TOO_LARGE}
   */
  public static Totals of(List<Line> lines, Money discount, int vatRateBasisPoints) {
    boolean taxed =
        vatRateBasisPoints > 0
            && lines.stream().anyMatch(line -> line.vatTreatment() != VatTreatment.EXEMPT);
    int rate = taxed ? vatRateBasisPoints : 0;
    long standardFees = sum(lines, false, VatTreatment.STANDARD);
    long exemptFees = sum(lines, false, VatTreatment.EXEMPT);
    long grossFees = sum(lines, false, VatTreatment.INCLUSIVE);
    long standardDisbursements = sum(lines, true, VatTreatment.STANDARD);
    long exemptDisbursements = sum(lines, true, VatTreatment.EXEMPT);
    long grossDisbursements = sum(lines, true, VatTreatment.INCLUSIVE);
    long gross = capped(grossFees + grossDisbursements);

    long netFees = net(grossFees, rate);
    long netDisbursements = net(gross, rate) - netFees;
    long fees = capped(standardFees + exemptFees + netFees);
    long disbursements = capped(standardDisbursements + exemptDisbursements + netDisbursements);
    if (discount.isNegative() || discount.amount() > fees) {
      throw new RuleViolated(
          Rule.DISCOUNT_EXCEEDS_FEES, "the discount must lie between 0 and the fees and services");
    }

    long onStandard = share(discount.amount(), standardFees, fees);
    long onNet = share(discount.amount(), standardFees + netFees, fees) - onStandard;
    BigDecimal taxable =
        BigDecimal.valueOf(standardFees + standardDisbursements - onStandard - onNet)
            .add(unrounded(gross, rate));
    long vat =
        taxable
            .multiply(BigDecimal.valueOf(rate))
            .divide(HUNDRED_PER_CENT, 0, RoundingMode.HALF_UP)
            .longValueExact();
    long subtotal = fees + disbursements - discount.amount();
    long total = capped(subtotal + vat);
    return new Totals(
        Money.cents(fees),
        Money.cents(disbursements),
        discount,
        Money.cents(subtotal),
        rate,
        Money.cents(vat),
        Money.cents(total),
        Totals.HALF_UP_PER_DOCUMENT);
  }

  private static long sum(List<Line> lines, boolean disbursements, VatTreatment treatment) {
    long sum = 0;
    for (Line line : lines) {
      if ((line.kind() == LineKind.DISBURSEMENT) == disbursements
          && line.vatTreatment() == treatment) {
        sum = capped(sum + capped(line.amount().amount()));
      }
    }
    return sum;
  }

  /** Checked at every step, so that no sum can leave the range of a long. */
  private static long capped(long cents) {
    if (cents > Totals.MAX_TOTAL.amount()) {
      throw new RuleViolated(
          Rule.TOTAL_TOO_LARGE,
          "a document may total at most R " + Totals.MAX_TOTAL.toDecimal().toPlainString());
    }
    return cents;
  }

  /** What remains of an amount that holds its VAT. */
  private static long net(long gross, int rate) {
    BigDecimal vat = BigDecimal.valueOf(gross).subtract(unrounded(gross, rate));
    return gross - vat.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static BigDecimal unrounded(long gross, int rate) {
    return BigDecimal.valueOf(gross)
        .multiply(HUNDRED_PER_CENT)
        .divide(HUNDRED_PER_CENT.add(BigDecimal.valueOf(rate)), EXACT_ENOUGH, RoundingMode.HALF_UP);
  }

  private static long share(long discount, long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(discount)
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
            .longValueExact();
  }

  private DocumentTotals() {}
}
