package za.lexohub.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The prescribed rate of interest on a debt that is not paid when due (Prescribed Rate of Interest
 * Act 55 of 1975 s1), from {@code mora-rates.json}. {@code law.md} 3.9 names the rule and, of the
 * rows, only the one from 1 January 2026 (10,25 %); those before it follow from the repurchase rate
 * by that rule and were not compared with the Gazette, and what came after it is not known.
 */
public final class MoraRates {

  /**
   * @param basisPoints hundredths of a per cent a year
   * @param from the first day of the rate
   */
  public record Rate(int basisPoints, LocalDate from, String source) {}

  private final List<Rate> rates;

  MoraRates(List<Rate> rates) {
    this.rates = rates.stream().sorted(Comparator.comparing(Rate::from).reversed()).toList();
  }

  /** The table as it lies beside this class. */
  public static MoraRates ofSouthAfrica() {
    return new MoraRates(DatedTable.rows("mora-rates.json", Rate.class));
  }

  /**
   * The rate of a debt on which interest begins to run that day; it stays fixed whatever becomes of
   * the rate afterwards. Empty for a day before the table.
   */
  public Optional<Rate> when(LocalDate interestBegins) {
    return rates.stream().filter(rate -> !rate.from().isAfter(interestBegins)).findFirst();
  }
}
