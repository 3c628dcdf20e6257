package za.lexohub.messages.ratecard;

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
}
