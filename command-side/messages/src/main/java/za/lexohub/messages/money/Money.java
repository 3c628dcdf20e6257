package za.lexohub.messages.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in minor units (cents) with its ISO 4217 currency. South African rand is the only
 * currency so far. May be negative in differences; arithmetic that would overflow throws {@link
 * ArithmeticException}.
 */
public record Money(long amount, String currency) implements Comparable<Money> {

  public static final String ZAR = "ZAR";
  public static final Money ZERO = new Money(0, ZAR);

  public Money {
    if (!ZAR.equals(currency)) {
      throw new IllegalArgumentException("currency must be ZAR");
    }
  }

  /** So many cents. */
  public static Money cents(long amount) {
    return new Money(amount, ZAR);
  }

  public Money plus(Money other) {
    return cents(Math.addExact(amount, other.amount));
  }

  public Money minus(Money other) {
    return cents(Math.subtractExact(amount, other.amount));
  }

  /** This amount times a factor, rounded half up to the cent. */
  public Money times(BigDecimal factor) {
    return cents(
        factor
            .multiply(BigDecimal.valueOf(amount))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  @JsonIgnore
  public boolean isPositive() {
    return amount > 0;
  }

  @JsonIgnore
  public boolean isNegative() {
    return amount < 0;
  }

  @JsonIgnore
  public boolean isZero() {
    return amount == 0;
  }

  public boolean exceeds(Money other) {
    return amount > other.amount;
  }

  /** In major units, scale 2: what the seed's EventBridge {@code amount} and documents show. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(amount, 2);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amount, other.amount);
  }
}
