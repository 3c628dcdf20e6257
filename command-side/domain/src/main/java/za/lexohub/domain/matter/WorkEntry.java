package za.lexohub.domain.matter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkKind;

/** What is known of a work item without opening its description; equal when all of it is. */
sealed interface WorkEntry {

  LocalDate date();

  WorkKind kind();

  /** Hours, days or pieces, as a document shows them. */
  BigDecimal quantity();

  /** For one unit. */
  Money rate();

  /** What is charged for it, derived from the rest. */
  Money amount();

  boolean billable();

  VatTreatment vat();

  /** {@code amount} is rate × minutes / 60, rounded half up to the cent. */
  record Time(LocalDate date, int minutes, Money rate, boolean billable, VatTreatment vat)
      implements WorkEntry {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    @Override
    public WorkKind kind() {
      return WorkKind.TIME;
    }

    @Override
    public BigDecimal quantity() {
      BigDecimal hours = BigDecimal.valueOf(minutes).divide(HOUR, 6, RoundingMode.HALF_UP);
      return plain(hours);
    }

    @Override
    public Money amount() {
      return Money.cents(
          BigDecimal.valueOf(rate.amount())
              .multiply(BigDecimal.valueOf(minutes))
              .divide(HOUR, 0, RoundingMode.HALF_UP)
              .longValueExact());
    }
  }

  /** {@code amount} is quantity × rate, rounded half up to the cent. */
  record Service(
      LocalDate date, ServiceCategory category, BigDecimal quantity, Money rate, VatTreatment vat)
      implements WorkEntry {

    public Service {
      quantity = plain(quantity);
    }

    @Override
    public WorkKind kind() {
      return WorkKind.SERVICE;
    }

    @Override
    public Money amount() {
      return rate.times(quantity);
    }

    @Override
    public boolean billable() {
      return true;
    }
  }

  /** One piece at the cost with its markup, which is given in hundredths of a per cent. */
  record Disbursement(
      LocalDate date, DisbursementType type, Money cost, int markupBasisPoints, VatTreatment vat)
      implements WorkEntry {

    @Override
    public WorkKind kind() {
      return WorkKind.DISBURSEMENT;
    }

    @Override
    public BigDecimal quantity() {
      return BigDecimal.ONE;
    }

    @Override
    public Money rate() {
      return amount();
    }

    @Override
    public Money amount() {
      return cost.times(BigDecimal.ONE.add(BigDecimal.valueOf(markupBasisPoints, 4)));
    }

    @Override
    public boolean billable() {
      return true;
    }

    Disbursement with(VatTreatment other) {
      return new Disbursement(date, type, cost, markupBasisPoints, other);
    }
  }

  /** Without trailing zeros, so that 1.0 equals 1, and without an exponent. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
