package za.lexohub.domain.law;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import za.lexohub.messages.money.Money;

/**
 * Simple interest on a debt in arrears, 365 days to the year, under the <em>in duplum</em> rule of
 * the common law: it stops running when what is unpaid of it has come to the capital outstanding.
 * Kept exact from day to day and rounded half up to the cent once, at the end.
 */
public final class InDuplum {
  private static final BigInteger YEAR_OF_BASIS_POINTS = BigInteger.valueOf(365L * 10_000L);

  private final BigInteger basisPoints;
  private BigInteger accrued = BigInteger.ZERO;
  private boolean stopped;

  public InDuplum(int basisPoints) {
    this.basisPoints = BigInteger.valueOf(basisPoints);
  }

  /** So many days pass while so much is owed. */
  public InDuplum run(Money capital, long days) {
    BigInteger owed = BigInteger.valueOf(capital.amount());
    BigInteger more = owed.multiply(basisPoints).multiply(BigInteger.valueOf(days));
    BigInteger limit = owed.multiply(YEAR_OF_BASIS_POINTS);
    BigInteger reached = accrued.add(more);
    stopped = days > 0 && owed.signum() > 0 && reached.compareTo(limit) > 0;
    // A payment on the capital takes away nothing of the interest that had accrued by then.
    accrued = accrued.max(reached.min(limit));
    return this;
  }

  public Money interest() {
    return Money.cents(
        new BigDecimal(accrued)
            .divide(new BigDecimal(YEAR_OF_BASIS_POINTS), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /** Whether interest has stopped running on what is owed now. */
  public boolean isStopped() {
    return stopped;
  }
}
