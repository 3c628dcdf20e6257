package za.lexohub.domain.practice;

import java.time.LocalDate;
import java.util.List;
import za.lexohub.domain.law.DocumentTotals;
import za.lexohub.domain.law.VatRates;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.Offer;

/** Prices documents: amounts are derived here and never taken from a caller (I2). */
public final class Pricing {
  private final VatRates vatRates;

  public Pricing(VatRates vatRates) {
    this.vatRates = vatRates;
  }

  /**
   * What a practice offers on a day.
   *
   * @throws RuleViolated {@link Rule#NOTHING_TO_CHARGE} without a line
   */
  public Offer offer(
      Practice practice, List<OfferedLine> offered, LocalDate date, boolean vatExempt) {
    Supplier supplier = practice.supplierOn(date);
    List<Line> lines = price(offered);
    return new Offer(lines, totals(supplier, lines, Money.ZERO, date, vatExempt), supplier);
  }

  /** The lines with their amounts. */
  public List<Line> price(List<OfferedLine> offered) {
    if (offered.isEmpty()) {
      throw new RuleViolated(Rule.NOTHING_TO_CHARGE, "a document needs at least one line");
    }
    return offered.stream().map(OfferedLine::priced).toList();
  }

  /** VAT at the rate of the day, and only by a vendor on a matter that is not exempt (I17). */
  public Totals totals(
      Supplier supplier, List<Line> lines, Money discount, LocalDate date, boolean vatExempt) {
    boolean charged = supplier.vatRegistered() && !vatExempt;
    return DocumentTotals.of(lines, discount, charged ? vatRates.on(date) : 0);
  }
}
