package za.lexohub.query.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * How many documents there are by status, matter type and Bar, most first, and by month of creation
 * (Johannesburg time), in order, months without any between two others included.
 *
 * @param byClient the clients with the most, at most fifty; empty for who may not see names
 * @param byAmount every band, in order; what has no amount is in none
 * @param histogram by the interval that was asked for, in order and without holes; empty without
 */
public record Facets(
    long total,
    Map<String, Long> byStatus,
    Map<String, Long> byMatterType,
    Map<String, Long> byBar,
    Map<YearMonth, Long> byMonth,
    List<ClientCount> byClient,
    List<AmountBand> byAmount,
    List<Bar> histogram) {

  public Facets {
    byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
    byMatterType = Collections.unmodifiableMap(new LinkedHashMap<>(byMatterType));
    byBar = Collections.unmodifiableMap(new LinkedHashMap<>(byBar));
    byMonth = Collections.unmodifiableMap(new LinkedHashMap<>(byMonth));
    byClient = List.copyOf(byClient);
    byAmount = List.copyOf(byAmount);
    histogram = List.copyOf(histogram);
  }

  /** How many documents name a client. */
  public record ClientCount(String clientName, long count) {}

  /**
   * What lies within a band of amounts.
   *
   * @param to exclusive; absent in the last band
   */
  public record AmountBand(Money from, @Nullable Money to, long count, Money sum) {}

  /**
   * What was created in a day, week, month or year.
   *
   * @param from its first day, Johannesburg time
   * @param total of pro formas and invoices, of matters the estimates
   * @param balance what is open of invoices; absent for anything else
   */
  public record Bar(LocalDate from, long count, Money total, @Nullable Money balance) {}
}
