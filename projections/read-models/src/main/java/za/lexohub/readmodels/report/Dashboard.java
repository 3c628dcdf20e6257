package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A practice at a glance.
 *
 * @param on today
 * @param lastThirtyDays today included
 */
public record Dashboard(
    LocalDate on,
    Totals totals,
    Urgent urgent,
    Week thisWeek,
    Snapshot snapshot,
    List<ActiveMatter> activeMatters,
    Pending pendingActions,
    Statistics lastThirtyDays) {

  public Dashboard {
    activeMatters = List.copyOf(activeMatters);
  }

  /** How many there are, whatever became of them; discarded drafts are none. */
  public record Totals(long matters, long proFormas, long invoices) {}

  /**
   * @param deadlinesToday active matters with a court date, an expected completion or a
   *     prescription today
   * @param longOverdueCount open invoices 45 days past their day or more
   * @param unansweredProFormas sent five days ago or more
   */
  public record Urgent(
      long deadlinesToday, long longOverdueCount, Money longOverdue, long unansweredProFormas) {}

  /**
   * The next seven days, today included.
   *
   * @param deadlines active matters with a court date, an expected completion or a prescription
   */
  public record Week(long deadlines, long dueCount, Money due, long proFormasExpiring) {}

  /**
   * @param invoicedThisMonth net of notes and voided ones, with VAT
   * @param receivedThisMonth less reversed
   */
  public record Snapshot(
      long outstandingCount,
      Money outstanding,
      long overdueCount,
      Money overdue,
      long wipMatters,
      Money wip,
      Money invoicedThisMonth,
      Money receivedThisMonth) {}

  /**
   * One of the five in which something happened last.
   *
   * @param percentUsed all fees, billed or not, of the estimate
   * @param stale for more than fourteen days nothing happened
   */
  public record ActiveMatter(
      UUID matterId,
      String reference,
      String title,
      String client,
      Money wip,
      @Nullable Money estimate,
      @Nullable BigDecimal percentUsed,
      LocalDate lastActivity,
      boolean stale) {}

  /** As {@link Attention} counts them. */
  public record Pending(
      long newRequests, long proFormaApprovals, long scopeAmendments, long readyToBill) {}

  /**
   * @param mattersCompleted settled or closed
   * @param invoiced net of notes and voided ones, with VAT
   * @param received less reversed
   * @param averageDaysToFirstInvoice of the matters first invoiced in these days
   */
  public record Statistics(
      long mattersCompleted,
      Money invoiced,
      Money received,
      @Nullable BigDecimal averageDaysToFirstInvoice) {}
}
