package za.lexohub.processes.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import za.lexohub.messages.money.Money;

/**
 * How South African papers write amounts, quantities, rates and dates ({@code domain.md} 13).
 * Written out here and not taken from the platform's locale data, which changes between JDKs.
 */
public final class Notation {

  /** Keeps an amount on one line. */
  static final char NBSP = '\u00a0';

  private static final char MINUS = '\u2212';
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  /** {@code R 1 234,56}, with no-break spaces. */
  public static String money(Money money) {
    return (money.isNegative() ? MINUS + "R" : "R") + NBSP + amount(money.toDecimal().abs());
  }

  /** {@code 1 234,56}, with no-break spaces; for columns whose head names the currency. */
  static String plain(Money money) {
    String amount = amount(money.toDecimal().abs());
    return money.isNegative() ? MINUS + amount : amount;
  }

  /** {@code 2,5}: no more decimals than it has. */
  static String quantity(BigDecimal quantity) {
    BigDecimal shortest = quantity.stripTrailingZeros();
    return amount(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
  }

  /** {@code 15%} or {@code 15,5%}. */
  static String percent(int basisPoints) {
    return quantity(BigDecimal.valueOf(basisPoints, 2)) + "%";
  }

  /** {@code 31/10/2024}. */
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  private static String amount(BigDecimal notNegative) {
    String plain = notNegative.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder grouped = new StringBuilder(whole);
    for (int i = whole.length() - 3; i > 0; i -= 3) {
      grouped.insert(i, NBSP);
    }
    return point < 0 ? grouped.toString() : grouped + "," + plain.substring(point + 1);
  }

  private Notation() {}
}
