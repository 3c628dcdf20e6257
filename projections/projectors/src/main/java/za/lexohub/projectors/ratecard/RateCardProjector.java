package za.lexohub.projectors.ratecard;

import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardChanged;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardChanged;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardRetired;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.ratecard.RateCardRows;
import za.lexohub.readmodels.ratecard.RateCardTerms;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the list of rate cards. */
@ProcessingGroup(ReadModelGroups.RATE_CARDS)
public final class RateCardProjector {

  private static final String PERCENTAGE = "PERCENTAGE";

  private final RateCardRows cards;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public RateCardProjector(RateCardRows cards, OpenedText opened, PublishedPositions positions) {
    this.cards = cards;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(RateCardAdded event, Stamp stamp) {
    cards.added(
        stamp,
        new RateCardTerms(
            Objects.requireNonNull(opened.text(stamp.tenant(), event.name())),
            event.category().name(),
            event.pricing().name(),
            event.matterType(),
            OpenedText.money(event.rate()),
            null,
            money(event.minimum()),
            money(event.maximum())));
  }

  @EventHandler
  void on(RateCardChanged event, Stamp stamp) {
    cards.changed(
        stamp,
        new RateCardTerms(
            Objects.requireNonNull(opened.text(stamp.tenant(), event.name())),
            event.category().name(),
            event.pricing().name(),
            event.matterType(),
            OpenedText.money(event.rate()),
            null,
            money(event.minimum()),
            money(event.maximum())));
  }

  @EventHandler
  void on(PercentageCardAdded event, Stamp stamp) {
    cards.added(
        stamp,
        new RateCardTerms(
            Objects.requireNonNull(opened.text(stamp.tenant(), event.name())),
            event.category().name(),
            PERCENTAGE,
            event.matterType(),
            null,
            event.percent(),
            money(event.minimum()),
            money(event.maximum())));
  }

  @EventHandler
  void on(PercentageCardChanged event, Stamp stamp) {
    cards.changed(
        stamp,
        new RateCardTerms(
            Objects.requireNonNull(opened.text(stamp.tenant(), event.name())),
            event.category().name(),
            PERCENTAGE,
            event.matterType(),
            null,
            event.percent(),
            money(event.minimum()),
            money(event.maximum())));
  }

  @EventHandler
  void on(RateCardRetired event, Stamp stamp) {
    cards.retired(stamp);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.RATE_CARDS);
    cards.empty();
  }

  private static @Nullable Money money(za.lexohub.messages.money.@Nullable Money money) {
    return money == null ? null : OpenedText.money(money);
  }
}
