package za.lexohub.messages;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.Totals;

/**
 * What a command looks at before anybody decides on it. What is absent is well. Each throws {@link
 * IllegalArgumentException} and names the field.
 */
public final class Shape {

  /** Above 0 and at most {@link Totals#MAX_TOTAL}. */
  public static void positive(String name, @Nullable Money amount) {
    if (amount != null && (!amount.isPositive() || amount.exceeds(Totals.MAX_TOTAL))) {
      throw new IllegalArgumentException(name + " must be above 0 and at most R 10000000000.00");
    }
  }

  /** For one unit: above 0 and at most {@link OfferedLine#MAX_RATE}. */
  public static void rate(String name, @Nullable Money rate) {
    if (rate != null && (!rate.isPositive() || rate.exceeds(OfferedLine.MAX_RATE))) {
      throw new IllegalArgumentException(name + " must be above 0 and at most R 10000000.00");
    }
  }

  /** Hours, days or pieces, as on an {@link OfferedLine}. */
  public static void quantity(BigDecimal quantity) {
    if (quantity.signum() <= 0
        || quantity.compareTo(OfferedLine.MAX_QUANTITY) > 0
        || quantity.stripTrailingZeros().scale() > 6) {
      throw new IllegalArgumentException(
          "quantity must be above 0, at most 100000, with at most 6 decimals");
    }
  }

  /** Within bounds, both included. */
  public static void between(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " must be " + min + " to " + max);
    }
  }

  /** A text with something in it. */
  public static void notBlank(String name, @Nullable String text) {
    if (text != null && text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
  }

  /**
   * A subject of a token, which the log keeps in clear: not empty, without white space and without
   * {@code @}, so that it is neither a name nor an address.
   */
  public static void subject(String name, @Nullable String text) {
    if (text != null && (text.isEmpty() || text.codePoints().anyMatch(Shape::isOfNoSubject))) {
      throw new IllegalArgumentException(
          name + " must be the subject of a token, without spaces and @");
    }
  }

  private static boolean isOfNoSubject(int character) {
    return character == '@'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }

  /** Anything else that has to hold. */
  public static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private Shape() {}
}
