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
        null,
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
        cardId,
        null);
  }

  private static RateCardView junior(
      String percent, @Nullable Long minimum, @Nullable Long maximum) {
    return new RateCardView(
        CARD,
        "Junior",
        "OTHER",
        "PERCENTAGE",
        null,
        null,
        new BigDecimal(percent),
        minimum == null ? null : za.lexohub.readmodels.money.Money.cents(minimum),
        maximum == null ? null : za.lexohub.readmodels.money.Money.cents(maximum),
        false,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static LineInput shareOf(@Nullable Integer base) {
    return new LineInput(LineKind.FEE, null, "Junior", BigDecimal.ONE, null, null, CARD, base);
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

  /** Two thirds of ten hours at R 0,25: 250 cents times 0.666667 is 166.66675. */
  @Test
  void a_share_is_taken_of_the_amount_of_the_line_above_and_rounded_once() {
    Optional<RateCardView> card = Optional.of(junior("66.6667", null, null));

    assertThat(offered(card, line(25L, null), shareOf(0)))
        .extracting(it -> it.priced().amount())
        .containsExactly(Money.cents(250), Money.cents(167));
    assertThat(offered(Optional.of(junior("0.2", null, null)), line(25L, null), shareOf(0)))
        .last()
        .extracting(OfferedLine::rate)
        .isEqualTo(Money.cents(1));
  }

  @Test
  void a_share_may_be_taken_of_a_share() {
    assertThat(
            offered(
                Optional.of(junior("50", null, null)), line(100L, null), shareOf(0), shareOf(1)))
        .extracting(it -> it.priced().amount())
        .containsExactly(Money.cents(1000), Money.cents(500), Money.cents(250));
  }

  @Test
  void a_share_is_held_to_the_bounds_of_its_card() {
    assertThat(offered(Optional.of(junior("50", 600L, null)), line(100L, null), shareOf(0)))
        .last()
        .returns(Money.cents(600), OfferedLine::rate);
    assertThat(offered(Optional.of(junior("50", null, 400L)), line(100L, null), shareOf(0)))
        .last()
        .returns(Money.cents(400), OfferedLine::rate);
  }

  @Test
  void a_share_needs_a_line_above_a_quantity_of_one_and_no_rate() {
    Optional<RateCardView> card = Optional.of(junior("50", null, null));

    refused("/lines/0/percentOf", card, shareOf(0));
    refused("/lines/1/percentOf", card, line(100L, null), shareOf(1));
    refused("/lines/1/percentOf", card, line(100L, null), shareOf(null));
    refused("/lines/1/quantity", card, line(100L, null), line(null, CARD));
    refused("/lines/1/rate", card, line(100L, null), line(100L, CARD));
    refused(
        "/lines/1/percentOf",
        Optional.of(junior("0.0001", null, null)),
        line(100L, null),
        shareOf(0));
  }

  @Test
  void only_a_percentage_looks_at_another_line() {
    refused(
        "/lines/1/percentOf", Optional.of(card(null, null, false)), line(100L, null), shareOf(0));
    LineInput own =
        new LineInput(
            LineKind.FEE, null, "Own", BigDecimal.ONE, new Cents(5L, "ZAR"), null, null, 0);
    refused("/lines/1/percentOf", Optional.empty(), line(100L, null), own);
  }
}
