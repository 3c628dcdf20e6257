package za.lexohub.messages.ratecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.messages.work.ServiceCategory;

/** The life of a rate card. */
public sealed interface RateCardEvents extends DomainEvent {

  RateCardId rateCardId();

  /**
   * The advocate has a rate for this.
   *
   * @param matterType for matters of this type only
   */
  @EventType("RateCardAdded")
  record RateCardAdded(
      RateCardId rateCardId,
      TenantId tenantId,
      ServiceCategory category,
      PricingType pricing,
      @Nullable String matterType,
      Money rate,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardEvents {}

  /** The card reads like this now; documents made before keep what they have. */
  @EventType("RateCardChanged")
  record RateCardChanged(
      RateCardId rateCardId,
      ServiceCategory category,
      PricingType pricing,
      @Nullable String matterType,
      Money rate,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardEvents {}

  /** The card is not offered any more. */
  @EventType("RateCardRetired")
  record RateCardRetired(RateCardId rateCardId) implements RateCardEvents {}

  /**
   * The advocate charges a share of another line for this.
   *
   * @param matterType for matters of this type only
   * @param percent of the other line's amount; at most 4 decimals
   * @param minimum and {@code maximum} of what it comes to
   */
  @EventType("PercentageCardAdded")
  record PercentageCardAdded(
      RateCardId rateCardId,
      TenantId tenantId,
      ServiceCategory category,
      @Nullable String matterType,
      BigDecimal percent,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardEvents {}

  /** The card reads like this now; documents made before keep what they have. */
  @EventType("PercentageCardChanged")
  record PercentageCardChanged(
      RateCardId rateCardId,
      ServiceCategory category,
      @Nullable String matterType,
      BigDecimal percent,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name)
      implements RateCardEvents {}
}
