package za.lexohub.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The rates of value-added tax since it exists (VAT Act 89 of 1991 s7), from {@code
 * vat-rates.json}. Rates that were announced and withdrawn stay in the table, so that a reader sees
 * why they never applied.
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

  private final List<Row> enacted;

  VatRates(List<Row> rows) {
    enacted =
        rows.stream()
            .filter(row -> row.status() == Status.ENACTED)
            .sorted(Comparator.comparing(Row::from).reversed())
            .toList();
  }

  /** The table as it lies beside this class. */
  public static VatRates ofSouthAfrica() {
    return new VatRates(DatedTable.rows("vat-rates.json", Row.class));
  }

  /** The enacted rate of a day in basis points; 0 before there was a tax. */
  public int on(LocalDate date) {
    return enacted.stream()
        .filter(row -> !row.from().isAfter(date))
        .findFirst()
        .map(Row::basisPoints)
        .orElse(0);
  }
}
