package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * Work on active matters that may be invoiced and is not, before VAT.
 *
 * @param brackets by the age of a matter's oldest such work: {@code 0-30}, {@code 31-60}, {@code
 *     61-90}, {@code 90+} days
 * @param matters the longest waiting first; the first five hundred
 */
public record WipReport(
    LocalDate on, List<Ageing.Bracket> brackets, long count, Money total, List<Matter> matters) {

  public WipReport {
    brackets = List.copyOf(brackets);
    matters = List.copyOf(matters);
  }

  /**
   * @param minutes of time entries; services have none
   * @param oldest the day of the oldest such work
   * @param estimate of all fees, when one was agreed
   * @param percentUsed all fees, billed or not, of the estimate
   */
  public record Matter(
      UUID matterId,
      String reference,
      String title,
      String client,
      long minutes,
      Money time,
      Money services,
      Money disbursements,
      Money total,
      LocalDate oldest,
      int days,
      String bracket,
      @Nullable Money estimate,
      @Nullable BigDecimal percentUsed) {}
}
