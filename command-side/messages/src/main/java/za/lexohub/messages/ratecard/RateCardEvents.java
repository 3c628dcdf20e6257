package za.lexohub.messages.ratecard;

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
}
