package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * What each client brings, with VAT. Clients are told apart by name, in any case; those whose names
 * are erased are one.
 *
 * @param clients who paid most first; the first five hundred
 */
public record ClientRevenue(LocalDate from, LocalDate to, long count, List<Client> clients) {

  public ClientRevenue {
    clients = List.copyOf(clients);
  }

  /**
   * @param invoiced in these days, less voided and credited, and debited
   * @param received in these days, less reversed
   * @param balance open at the end of the last day
   * @param matters with an invoice by then
   * @param averageDaysToPay from the invoice's date, of those paid in these days
   */
  public record Client(
      String client,
      Money invoiced,
      Money received,
      Money balance,
      long matters,
      @Nullable BigDecimal averageDaysToPay) {}
}
