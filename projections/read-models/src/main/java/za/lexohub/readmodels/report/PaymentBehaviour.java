package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * How invoices are paid.
 *
 * @param paidCount invoices that were paid in these days: the last payment counts, one out of a
 *     receipt on the day of its allocation
 * @param averageDaysToPay from the invoice's date
 * @param medianDaysToPay from the invoice's date
 * @param onTimePercent paid no later than the due date
 * @param band {@code GREEN} from 80 per cent on time, {@code AMBER} from 60, else {@code RED};
 *     absent when nothing was paid
 * @param byMonth without a hole
 * @param distribution how many were paid after how many days
 * @param overdue open now and past its day, the oldest first; the first hundred
 * @param dueSoon open now and due within seven days, today included; the first hundred
 */
public record PaymentBehaviour(
    LocalDate from,
    LocalDate to,
    long paidCount,
    @Nullable BigDecimal averageDaysToPay,
    @Nullable BigDecimal medianDaysToPay,
    @Nullable BigDecimal onTimePercent,
    @Nullable String band,
    List<Month> byMonth,
    List<Days> distribution,
    long overdueCount,
    Money overdueTotal,
    List<Open> overdue,
    long dueSoonCount,
    Money dueSoonTotal,
    List<Open> dueSoon) {

  public PaymentBehaviour {
    byMonth = List.copyOf(byMonth);
    distribution = List.copyOf(distribution);
    overdue = List.copyOf(overdue);
    dueSoon = List.copyOf(dueSoon);
  }

  public record Month(
      String month,
      long paidCount,
      @Nullable BigDecimal averageDaysToPay,
      @Nullable BigDecimal onTimePercent) {}

  public record Days(int days, long count) {}

  /**
   * @param days past due; below zero before the due date
   */
  public record Open(
      UUID invoiceId,
      String invoiceNumber,
      String client,
      String attorney,
      Money balance,
      LocalDate dueDate,
      int days) {}
}
