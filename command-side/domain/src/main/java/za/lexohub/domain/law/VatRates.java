package za.lexohub.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The rates of value-added tax since it exists (VAT Act 89 of 1991 s7), from {@code
 * vat-rates.json}. {@code law.md} 3.2 covers the rows from April 2018 on, that of 15 % and the two
 * that were withdrawn; the two before are here so that no older day is without a rate. Rates that
 * were announced and withdrawn stay in the table, so that a reader sees why they never applied.
 */
public final class VatRates {
  /** Whether a rate is law. The Minister may announce one that Parliament never enacts (s7(4)). */
  enum Status {
    ANNOUNCED,
    ENACTED,
    WITHDRAWN
  }

  /**
   * @param basisPoints hundredths of a per cent
   * @param from the first day of the rate
   */
  record Row(int basisPoints, LocalDate from, Status status, String source) {}

  private final List<Row> rows;

  VatRates(List<Row> rows) {
    this.rows =
        rows.stream()
            .filter(row -> row.status() != Status.WITHDRAWN)
            .sorted(Comparator.comparing(Row::from).reversed())
            .toList();
  }

  /** The table as it lies beside this class. */
  public static VatRates ofSouthAfrica() {
    return new VatRates(DatedTable.rows("vat-rates.json", Row.class));
  }

  /**
   * The rate of a day in basis points; 0 before there was a tax. An announced rate holds for twelve
   * months from its day, as long as it is not enacted; then the one before it holds again.
   */
  public int on(LocalDate date) {
    return rows.stream()
        .filter(row -> !row.from().isAfter(date))
        .filter(row -> row.status() == Status.ENACTED || date.isBefore(row.from().plusMonths(12)))
        .findFirst()
        .map(Row::basisPoints)
        .orElse(0);
  }
}
