package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * Where a practice should look.
 *
 * @param wipByMatterAge work not invoiced on active matters, by the age of the matter
 * @param averageDaysToFirstInvoice from the day a matter was opened to the date of its first
 *     invoice, over all matters that have one
 * @param claimsPrescribing clients' claims of active matters that prescribe within 90 days
 * @param debtsPrescribing unpaid invoices that prescribe within 90 days (Prescription Act 68 of
 *     1969, s11(d))
 * @param idle active matters with more than R 5 000 of work that rests for more than 30 days, the
 *     largest first; the first hundred
 */
public record PracticeHealth(
    LocalDate on,
    List<Ageing.Bracket> wipByMatterAge,
    @Nullable BigDecimal averageDaysToFirstInvoice,
    long claimsPrescribing,
    long debtsPrescribing,
    List<Idle> idle) {

  public PracticeHealth {
    wipByMatterAge = List.copyOf(wipByMatterAge);
    idle = List.copyOf(idle);
  }

  /**
   * @param lastWork the day of the last work that waits to be invoiced
   */
  public record Idle(
      UUID matterId, String reference, String title, Money wip, LocalDate lastWork, int days) {}
}
