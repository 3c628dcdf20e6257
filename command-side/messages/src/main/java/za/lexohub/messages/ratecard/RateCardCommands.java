package za.lexohub.messages.ratecard;

import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.work.ServiceCategory;

/**
 * What may be asked of a rate card. Repeating a command that has had its effect changes nothing.
 */
public sealed interface RateCardCommands extends TenantCommand {

  /** A share above ten times the other line is a slip of the pen. */
  BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

  RateCardId rateCardId();

  /** Adds a card. */
  record AddRateCard(
      @TargetAggregateIdentifier RateCardId rateCardId,
      TenantId tenant,
      ServiceCategory category,
      PricingType pricing,
      @Nullable String matterType,
      Money rate,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardCommands {
    public AddRateCard {
      Shape.notBlank("matterType", matterType);
      Shape.rate("rate", rate);
      Shape.rate("minimum", minimum);
      Shape.rate("maximum", maximum);
      Shape.require(minimum == null || !minimum.exceeds(rate), "minimum must not be above rate");
      Shape.require(maximum == null || !rate.exceeds(maximum), "maximum must not be below rate");
    }
  }

  /** Refused when retired. */
  record ChangeRateCard(
      @TargetAggregateIdentifier RateCardId rateCardId,
      TenantId tenant,
      ServiceCategory category,
      PricingType pricing,
      @Nullable String matterType,
      Money rate,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardCommands {
    public ChangeRateCard {
      Shape.notBlank("matterType", matterType);
      Shape.rate("rate", rate);
      Shape.rate("minimum", minimum);
      Shape.rate("maximum", maximum);
      Shape.require(minimum == null || !minimum.exceeds(rate), "minimum must not be above rate");
      Shape.require(maximum == null || !rate.exceeds(maximum), "maximum must not be below rate");
    }
  }

  /** For good. */
  record RetireRateCard(@TargetAggregateIdentifier RateCardId rateCardId, TenantId tenant)
      implements RateCardCommands {}

  /** Adds a card that charges a share of another line. */
  record AddPercentageCard(
      @TargetAggregateIdentifier RateCardId rateCardId,
      TenantId tenant,
      ServiceCategory category,
      @Nullable String matterType,
      BigDecimal percent,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardCommands {
    public AddPercentageCard {
      Shape.notBlank("matterType", matterType);
      percent = share(percent);
      requireOrdered(minimum, maximum);
    }
  }

  /** Refused when retired. */
  record ChangePercentageCard(
      @TargetAggregateIdentifier RateCardId rateCardId,
      TenantId tenant,
      ServiceCategory category,
      @Nullable String matterType,
      BigDecimal percent,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardCommands {
    public ChangePercentageCard {
      Shape.notBlank("matterType", matterType);
      percent = share(percent);
      requireOrdered(minimum, maximum);
    }
  }

  /** The same share is the same number, however it was written. */
  private static BigDecimal share(BigDecimal percent) {
    BigDecimal plain = percent.stripTrailingZeros();
    Shape.require(
        plain.signum() > 0 && plain.compareTo(MOST_PERCENT) <= 0 && plain.scale() <= 4,
        "percent must be above 0, at most 1000, with at most 4 decimals");
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static void requireOrdered(@Nullable Money minimum, @Nullable Money maximum) {
    Shape.rate("minimum", minimum);
    Shape.rate("maximum", maximum);
    Shape.require(
        minimum == null || maximum == null || !minimum.exceeds(maximum),
        "minimum must not be above maximum");
  }
}
