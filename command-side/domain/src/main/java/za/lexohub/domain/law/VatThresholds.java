package za.lexohub.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import za.lexohub.messages.money.Money;

/**
 * What a practice may earn in twelve months before it must, or that it must before it may, be a
 * vendor, from {@code vat-thresholds.json}. {@code law.md} 3.3 covers the row from 1 April 2026;
 * the one before it is here for older days and was not compared with the Gazette.
 */
public final class VatThresholds {

  /** In rand, as the law has them. */
  record Row(LocalDate from, long compulsory, long voluntary, long paymentsBasis, String source) {}

  /**
   * @param compulsory above it registration is compulsory
   * @param voluntary from it on registration is open
   * @param paymentsBasis under it a natural person may account on the payments basis (s15(2))
   */
  public record Thresholds(
      LocalDate from, Money compulsory, Money voluntary, Money paymentsBasis, String source) {}

  private final List<Row> rows;

  VatThresholds(List<Row> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(Row::from).reversed()).toList();
  }

  /** The table as it lies beside this class. */
  public static VatThresholds ofSouthAfrica() {
    return new VatThresholds(DatedTable.rows("vat-thresholds.json", Row.class));
  }

  /** Those of a day; empty for a day before the table. */
  public Optional<Thresholds> on(LocalDate date) {
    return rows.stream()
        .filter(row -> !row.from().isAfter(date))
        .findFirst()
        .map(
            row ->
                new Thresholds(
                    row.from(),
                    rand(row.compulsory()),
                    rand(row.voluntary()),
                    rand(row.paymentsBasis()),
                    row.source()));
  }

  private static Money rand(long rand) {
    return Money.cents(Math.multiplyExact(rand, 100));
  }
}
