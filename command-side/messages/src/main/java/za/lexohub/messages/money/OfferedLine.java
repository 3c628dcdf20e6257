package za.lexohub.messages.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line as somebody asks for it: its amount is derived, never given. The description stands in the
 * document's sealed wording, at the same index.
 *
 * @param quantity hours, days or pieces: above 0, at most 100,000, at most 6 decimals
 * @param rate for one unit; above 0, at most R 10,000,000.00
 */
public record OfferedLine(
    LineKind kind,
    @Nullable LocalDate date,
    BigDecimal quantity,
    Money rate,
    VatTreatment vatTreatment) {

  public static final BigDecimal MAX_QUANTITY = BigDecimal.valueOf(100_000);
  public static final Money MAX_RATE = Money.cents(1_000_000_000L);

  public OfferedLine {
    if (quantity.signum() <= 0
        || quantity.compareTo(MAX_QUANTITY) > 0
        || quantity.stripTrailingZeros().scale() > 6) {
      throw new IllegalArgumentException(
          "quantity must be above 0, at most 100000, with at most 6 decimals");
    }
    if (!rate.isPositive() || rate.exceeds(MAX_RATE)) {
      throw new IllegalArgumentException("rate must be above 0 and at most R 10000000.00");
    }
  }

  /** The line with its amount: quantity times rate, rounded half up to the cent. */
  public Line priced() {
    return new Line(kind, date, quantity, rate, rate.times(quantity), vatTreatment);
  }
}
