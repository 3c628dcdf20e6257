package za.lexohub.api.ratecard;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import za.lexohub.api.input.LineInput;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.readmodels.ratecard.RateCardView;

/**
 * Gives lines their rate. What stands on a document is the rate, not the card: a card that changes
 * later changes no document.
 */
public final class Rates {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(10);

  private final Cards cards;

  Rates(Cards cards) {
    this.cards = cards;
  }

  /** The practice's cards, as far as they are known here. */
  interface Cards {
    Optional<RateCardView> find(String tenant, UUID id);
  }

  /**
   * Waits a little for a card that is new.
   *
   * @throws Refusal when a card is unknown or retired, or a rate beyond its bounds
   */
  public List<OfferedLine> offered(TenantId tenant, List<LineInput> lines) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Map<UUID, RateCardView> known = new HashMap<>();
    List<OfferedLine> offered = new ArrayList<>();
    for (int n = 0; n < lines.size(); n++) {
      LineInput line = lines.get(n);
      String pointer = "/lines/" + n;
      if (line.rateCardId() == null) {
        requireNoBase(line, pointer);
        offered.add(line.offeredAt(line.rate().money()));
        continue;
      }
      RateCardView card =
          known.computeIfAbsent(line.rateCardId(), id -> card(tenant, id, pointer, deadline));
      if (card.percent() == null) {
        requireNoBase(line, pointer);
        offered.add(line.offeredAt(rate(line, card, pointer)));
      } else {
        offered.add(line.offeredAt(share(line, card, offered, pointer)));
      }
    }
    return offered;
  }

  private RateCardView card(TenantId tenant, UUID id, String pointer, long deadline) {
    Optional<RateCardView> found = cards.find(tenant.value(), id);
    while (found.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(STEP.toNanos());
      found = cards.find(tenant.value(), id);
    }
    return found
        .filter(card -> !card.retired())
        .orElseThrow(() -> refused(pointer + "/rateCardId", "unknown", "is no card in use"));
  }

  private static void requireNoBase(LineInput line, String pointer) {
    if (line.percentOf() != null) {
      throw refused(pointer + "/percentOf", "invalid-value", "needs a card with a percentage");
    }
  }

  /** Of the amount of a line above, rounded once, half up to the cent, then held to its bounds. */
  private static Money share(
      LineInput line, RateCardView card, List<OfferedLine> above, String pointer) {
    if (line.rate() != null) {
      throw refused(pointer + "/rate", "invalid-value", "follows from the percentage");
    }
    if (line.quantity().compareTo(BigDecimal.ONE) != 0) {
      throw refused(pointer + "/quantity", "range", "must be 1 for a share of another line");
    }
    Integer base = line.percentOf();
    if (base == null || base >= above.size()) {
      throw refused(pointer + "/percentOf", "range", "must name a line above");
    }
    BigDecimal factor = Objects.requireNonNull(card.percent()).movePointLeft(2);
    Money share = above.get(base).priced().amount().times(factor);
    if (card.minimum() != null && share.amount() < card.minimum().amount()) {
      share = Money.cents(card.minimum().amount());
    }
    if (card.maximum() != null && share.amount() > card.maximum().amount()) {
      share = Money.cents(card.maximum().amount());
    }
    if (!share.isPositive() || share.exceeds(OfferedLine.MAX_RATE)) {
      throw refused(pointer + "/percentOf", "range", "comes to nothing, or to too much");
    }
    return share;
  }

  private static Money rate(LineInput line, RateCardView card, String pointer) {
    if (line.rate() == null) {
      return Money.cents(Objects.requireNonNull(card.rate()).amount());
    }
    Money given = line.rate().money();
    boolean within =
        (card.minimum() == null || given.amount() >= card.minimum().amount())
            && (card.maximum() == null || given.amount() <= card.maximum().amount());
    if (!within) {
      throw refused(pointer + "/rate", "range", "lies beyond the bounds of its rate card");
    }
    return given;
  }

  private static Refusal refused(String pointer, String rule, String message) {
    return Refusal.input(
        ProblemCode.INVALID_INPUT,
        "A rate card does not serve here: " + pointer + " " + message + ".",
        new InputError(pointer, rule, message));
  }
}
