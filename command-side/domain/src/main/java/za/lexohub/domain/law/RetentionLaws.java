package za.lexohub.domain.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import za.lexohub.messages.erasure.RetentionClaim;

/**
 * How long the records of an issued invoice are to be kept, from {@code retention.json} ({@code
 * law.md} 3.5). Of two laws that count alike the one in force on the invoice date holds; of those
 * that hold, the longest decides.
 */
public final class RetentionLaws {

  /** What the years are counted from. */
  enum Counts {
    /**
     * The submission of the VAT return in which the invoice is accounted for, which is not known
     * here. Taken as its last possible day: a vendor's period of two months may end with the month
     * after the invoice's (VAT Act s27), and its return may be submitted by eFiling until the last
     * day of the month after that. Later than any monthly return; of a practice that is no vendor
     * it is the income tax return that counts, which the seven years of the other law outlast.
     */
    FROM_RETURN,
    /** The last entry about the invoice: its date, or that of the last payment. */
    FROM_LAST_ENTRY
  }

  record Row(String law, int years, Counts counts, LocalDate from, String source) {}

  private final List<Row> rows;

  RetentionLaws(List<Row> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(Row::from).reversed()).toList();
  }

  /** The table as it lies beside this class. */
  public static RetentionLaws ofSouthAfrica() {
    return new RetentionLaws(DatedTable.rows("retention.json", Row.class));
  }

  /**
   * The laws that keep an issued invoice, each with its last day.
   *
   * @param lastEntry not before the invoice date
   */
  public List<RetentionClaim> on(LocalDate invoiceDate, LocalDate lastEntry) {
    return Stream.of(Counts.values())
        .flatMap(
            counts ->
                rows.stream()
                    .filter(row -> row.counts() == counts && !row.from().isAfter(invoiceDate))
                    .limit(1))
        .map(row -> claim(row, invoiceDate, lastEntry))
        .toList();
  }

  private static RetentionClaim claim(Row row, LocalDate invoiceDate, LocalDate lastEntry) {
    LocalDate start =
        row.counts() == Counts.FROM_LAST_ENTRY
            ? lastEntry
            : YearMonth.from(invoiceDate).plusMonths(2).atEndOfMonth();
    return new RetentionClaim(row.law(), row.source(), start.plusYears(row.years()));
  }
}
