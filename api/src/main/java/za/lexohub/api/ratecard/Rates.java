package za.lexohub.api.ratecard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      if (line.rateCardId() == null) {
        offered.add(line.offeredAt(line.rate().money()));
        continue;
      }
      String pointer = "/lines/" + n;
      RateCardView card =
          known.computeIfAbsent(line.rateCardId(), id -> card(tenant, id, pointer, deadline));
      offered.add(line.offeredAt(rate(line, card, pointer)));
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

  private static Money rate(LineInput line, RateCardView card, String pointer) {
    if (line.rate() == null) {
      return Money.cents(card.rate().amount());
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
