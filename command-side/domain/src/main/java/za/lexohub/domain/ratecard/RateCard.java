package za.lexohub.domain.ratecard;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.ratecard.PricingType;
import za.lexohub.messages.ratecard.RateCardCommands.AddRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.ChangeRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.RetireRateCard;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardChanged;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardRetired;
import za.lexohub.messages.ratecard.RateCardId;
import za.lexohub.messages.work.ServiceCategory;

/**
 * What a kind of service costs. Documents copy its rate when they are written, so that a change
 * reaches none that exist. Lives: added, changed, and retired for good.
 */
@Aggregate(cache = "aggregateCache")
class RateCard implements TenantOwned {
  /** All that the card says. */
  private record Terms(
      ServiceCategory category,
      PricingType pricing,
      @Nullable String matterType,
      Money rate,
      @Nullable Money minimum,
      @Nullable Money maximum,
      PersonalData name) {}

  @AggregateIdentifier private RateCardId id;
  private @Nullable TenantId tenant;
  private @Nullable Terms terms;
  private boolean retired;

  RateCard() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  /** A second time changes nothing, whatever became of the card since. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(AddRateCard command, Practices practices) {
    if (terms != null) {
      return;
    }
    practices.of(command.tenant());
    apply(
        new RateCardAdded(
            command.rateCardId(),
            command.tenant(),
            command.category(),
            command.pricing(),
            command.matterType(),
            command.rate(),
            command.minimum(),
            command.maximum(),
            command.name()));
  }

  @EventSourcingHandler
  void evolve(RateCardAdded event) {
    id = event.rateCardId();
    tenant = event.tenantId();
    terms =
        new Terms(
            event.category(),
            event.pricing(),
            event.matterType(),
            event.rate(),
            event.minimum(),
            event.maximum(),
            event.name());
  }

  @CommandHandler
  void decide(ChangeRateCard command) {
    if (retired) {
      throw new RuleViolated(Rule.RATE_CARD_RETIRED, "the rate card is retired");
    }
    Terms asked =
        new Terms(
            command.category(),
            command.pricing(),
            command.matterType(),
            command.rate(),
            command.minimum(),
            command.maximum(),
            command.name());
    if (asked.equals(terms)) {
      return;
    }
    apply(
        new RateCardChanged(
            id,
            asked.category(),
            asked.pricing(),
            asked.matterType(),
            asked.rate(),
            asked.minimum(),
            asked.maximum(),
            asked.name()));
  }

  @EventSourcingHandler
  void evolve(RateCardChanged event) {
    terms =
        new Terms(
            event.category(),
            event.pricing(),
            event.matterType(),
            event.rate(),
            event.minimum(),
            event.maximum(),
            event.name());
  }

  @CommandHandler
  void decide(RetireRateCard command) {
    if (!retired) {
      apply(new RateCardRetired(id));
    }
  }

  @EventSourcingHandler
  void evolve(RateCardRetired event) {
    retired = true;
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
