package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * What was earned. Amounts include VAT.
 *
 * @param basis {@code ACCRUAL}: net is invoiced less voided and credited, and debited; what was
 *     written off stands beside it, for it is a cost. {@code CASH}: net is received less reversed;
 *     client money, a receipt and what was overpaid count on the day on which they pay an invoice
 * @param periods without a hole; the first and the last only as far as the report covers them
 * @param paidCount invoices dated in these days of which nothing is open and something was paid
 * @param unpaidCount those of which something is open
 * @param paymentRatePercent paid ones of both
 */
public record Revenue(
    String basis,
    LocalDate from,
    LocalDate to,
    List<Period> periods,
    Period totals,
    long paidCount,
    long unpaidCount,
    @Nullable BigDecimal paymentRatePercent) {

  public Revenue {
    periods = List.copyOf(periods);
  }

  /**
   * @param period {@code 2026-03}, {@code 2026-Q1} or {@code 2026}; {@code TOTAL} of them all
   * @param vat the VAT in net
   */
  public record Period(
      String period,
      Money invoiced,
      Money voided,
      Money creditNotes,
      Money debitNotes,
      Money writtenOff,
      Money received,
      Money reversed,
      Money net,
      Money vat) {}

  /** On which day money is revenue. */
  public enum Basis {
    ACCRUAL,
    CASH
  }

  /** How long a period is. */
  public enum Interval {
    MONTH("1 month", "YYYY-MM"),
    QUARTER("3 months", "YYYY-\"Q\"Q"),
    YEAR("1 year", "YYYY");

    final String step;
    final String label;

    Interval(String step, String label) {
      this.step = step;
      this.label = label;
    }
  }
}
