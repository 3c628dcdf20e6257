package za.lexohub.readmodels.retainer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A retainer as a list or page shows it.
 *
 * @param type {@code MONTHLY}, {@code ANNUAL}, {@code PROJECT} or {@code EVERGREEN}
 * @param status {@code ACTIVE}, {@code DEPLETED}, {@code EXPIRED}, {@code CANCELLED} or {@code
 *     REFUNDED}
 * @param low somebody was told that little is left
 * @param endsOn the last day, included
 * @param movements of its money, oldest first
 */
public record RetainerView(
    UUID id,
    UUID matterId,
    String type,
    String status,
    Money amount,
    Money balance,
    boolean low,
    int lowBalancePercent,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    boolean autoRenew,
    @Nullable String terms,
    @Nullable String cancelReason,
    List<Movement> movements,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public RetainerView {
    movements = List.copyOf(movements);
  }

  /**
   * @param kind {@code DEPOSIT}, {@code DRAWDOWN}, {@code REVERSAL} or {@code REFUND}
   * @param id of the deposit, or of the payment on the invoice
   * @param date absent for a reversal
   * @param note reference or reason
   * @param balance after it
   */
  public record Movement(
      String kind,
      @Nullable UUID id,
      @Nullable UUID invoiceId,
      Money amount,
      @Nullable String method,
      @Nullable LocalDate date,
      @Nullable String note,
      Money balance) {}
}
