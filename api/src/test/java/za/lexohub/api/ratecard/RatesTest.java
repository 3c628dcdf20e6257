package za.lexohub.api.ratecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.LineInput;
import za.lexohub.api.problem.Refusal;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.readmodels.ratecard.RateCardView;

class RatesTest {
  private static final TenantId TENANT = new TenantId("thandi");
  private static final UUID CARD = UUID.randomUUID();

  private final AtomicInteger asked = new AtomicInteger();

  private static RateCardView card(
      @Nullable Long minimum, @Nullable Long maximum, boolean retired) {
    return new RateCardView(
        CARD,
        "Consultation",
        "CONSULTATION",
        "HOURLY",
        null,
        za.lexohub.readmodels.money.Money.cents(350_000),
        minimum == null ? null : za.lexohub.readmodels.money.Money.cents(minimum),
        maximum == null ? null : za.lexohub.readmodels.money.Money.cents(maximum),
        retired,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static LineInput line(@Nullable Long cents, @Nullable UUID cardId) {
    return new LineInput(
        LineKind.FEE,
        null,
        "Consultation",
        BigDecimal.TEN,
        cents == null ? null : new Cents(cents, "ZAR"),
        null,
        cardId);
  }

  private List<OfferedLine> offered(Optional<RateCardView> card, LineInput... lines) {
    Rates rates =
        new Rates(
            (tenant, id) -> {
              asked.incrementAndGet();
              return card.filter(found -> found.id().equals(id) && tenant.equals("thandi"));
            });
    return rates.offered(TENANT, List.of(lines));
  }

  private void refused(String pointer, Optional<RateCardView> card, LineInput... lines) {
    assertThatThrownBy(() -> offered(card, lines))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(pointer + " ");
  }

  @Test
  void a_line_with_its_own_rate_asks_for_no_card() {
    assertThat(offered(Optional.empty(), line(100L, null)))
        .containsExactly(
            new OfferedLine(
                LineKind.FEE, null, BigDecimal.TEN, Money.cents(100), VatTreatment.STANDARD));
    assertThat(asked).hasValue(0);
  }

  @Test
  void lines_of_one_card_take_its_rate_and_ask_for_it_once() {
    assertThat(offered(Optional.of(card(null, null, false)), line(null, CARD), line(null, CARD)))
        .extracting(OfferedLine::rate)
        .containsExactly(Money.cents(350_000), Money.cents(350_000));
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_rate_that_is_given_goes_before_the_cards_within_its_bounds() {
    Optional<RateCardView> card = Optional.of(card(300_000L, 400_000L, false));

    assertThat(offered(card, line(300_000L, CARD), line(400_000L, CARD)))
        .extracting(OfferedLine::rate)
        .containsExactly(Money.cents(300_000), Money.cents(400_000));
    refused("/lines/0/rate", card, line(299_999L, CARD));
    refused("/lines/1/rate", card, line(null, CARD), line(400_001L, CARD));
  }

  @Test
  void a_retired_card_and_one_that_stays_unknown_are_refused() {
    refused("/lines/0/rateCardId", Optional.of(card(null, null, true)), line(null, CARD));
    refused("/lines/0/rateCardId", Optional.empty(), line(null, CARD));
    assertThat(asked.get()).isGreaterThan(2);
  }

  @Test
  void a_card_that_is_new_is_waited_for() {
    Rates rates =
        new Rates(
            (tenant, id) ->
                asked.incrementAndGet() < 3
                    ? Optional.empty()
                    : Optional.of(card(null, null, false)));

    assertThat(rates.offered(TENANT, List.of(line(null, CARD)))).hasSize(1);
  }
}
