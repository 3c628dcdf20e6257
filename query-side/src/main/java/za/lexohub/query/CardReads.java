package za.lexohub.query;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.redis.CacheMeter;
import za.lexohub.readmodels.redis.CardCache;
import za.lexohub.readmodels.redis.CardCache.Card;
import za.lexohub.readmodels.redis.CardCache.Slot;
import za.lexohub.readmodels.redis.Fallback;

/**
 * One thing by its id: from its card while that is fresh enough, else from SQL, and then the card
 * is filled. A card is as fresh as the position it carries, or as its projector, which takes away
 * whatever a change has made old: the later of both counts.
 */
public final class CardReads<V> {

  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final Duration REST = Duration.ofSeconds(1);

  private final CardCache<V> cards;
  private final String cardGroup;
  private final BiFunction<String, UUID, Optional<V>> rows;
  private final String rowGroup;
  private final AppliedWait applied;
  private final Fallback fallback;
  private final CacheMeter meter;
  private volatile long patientFrom = System.nanoTime();

  /**
   * @param cardGroup that keeps the cards
   * @param rows in SQL, by tenant and id
   * @param rowGroup that keeps the rows
   */
  public CardReads(
      CardCache<V> cards,
      String cardGroup,
      BiFunction<String, UUID, Optional<V>> rows,
      String rowGroup,
      AppliedWait applied,
      Fallback fallback,
      CacheMeter meter) {
    this.cards = cards;
    this.cardGroup = cardGroup;
    this.rows = rows;
    this.rowGroup = rowGroup;
    this.applied = applied;
    this.fallback = fallback;
    this.meter = meter;
  }

  /**
   * @return empty when this tenant has no such thing
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the thing's events could not be applied
   */
  public Optional<Answer<V>> get(String tenant, UUID id, Consistency consistency) {
    long kept = applied.through(cardGroup);
    Optional<Slot<V>> slot = look(id);
    Optional<Answer<V>> shown = shown(tenant, id, slot, consistency, kept);
    if (shown.isEmpty() && slot.isPresent() && isWorthAMoment(kept, consistency)) {
      long now = awaited(consistency);
      slot = look(id);
      shown = shown(tenant, id, slot, consistency, now);
    }
    if (shown.isPresent()) {
      meter.hit();
      return shown;
    }
    if (slot.isPresent()) {
      meter.miss();
    } else {
      meter.away();
    }
    return fromRow(tenant, id, consistency, slot);
  }

  private Optional<Slot<V>> look(UUID id) {
    return fallback.ask(() -> Optional.of(cards.look(id)));
  }

  /**
   * Whoever asks for their own write right after it is a moment ahead of the card; SQL would not be
   * there much sooner. Who has no time does not wait, and nobody while the projector of the cards
   * is seen to be late.
   */
  private boolean isWorthAMoment(long kept, Consistency consistency) {
    return kept >= AppliedPositions.NOTHING
        && kept < consistency.position()
        && consistency.maxWait().compareTo(MOMENT) >= 0
        && System.nanoTime() - patientFrom >= 0;
  }

  private long awaited(Consistency consistency) {
    long kept = applied.throughSoon(cardGroup, consistency.position(), MOMENT);
    if (kept < consistency.position() && applied.recorded() >= consistency.position()) {
      patientFrom = System.nanoTime() + REST.toNanos();
    }
    return kept;
  }

  private Optional<Answer<V>> shown(
      String tenant, UUID id, Optional<Slot<V>> slot, Consistency consistency, long kept) {
    return slot.flatMap(seen -> seen.card(tenant))
        .flatMap(card -> asFreshAs(consistency, card, kept))
        .filter(answer -> !applied.isParked(cardGroup, id));
  }

  /** Nothing is believed while the cards begin anew. */
  private static <V> Optional<Answer<V>> asFreshAs(
      Consistency consistency, Card<V> card, long kept) {
    long position = Math.max(card.position(), kept);
    return kept < AppliedPositions.NOTHING || position < consistency.position()
        ? Optional.empty()
        : Optional.of(new Answer<>(card.view(), position));
  }

  /**
   * Fills the card only from rows that have everything that was in the log after the look. Then
   * nothing that the projector of the cards has done before it is missing, whichever group is
   * ahead.
   */
  private Optional<Answer<V>> fromRow(
      String tenant, UUID id, Consistency consistency, Optional<Slot<V>> slot) {
    long recorded = slot.isPresent() ? applied.recorded() : Long.MAX_VALUE;
    long position = applied.await(rowGroup, consistency);
    applied.refuseParked(rowGroup, id);
    Optional<V> row = rows.apply(tenant, id);
    if (position >= recorded) {
      row.ifPresent(
          view ->
              slot.ifPresent(
                  seen -> fallback.tell(() -> cards.fill(seen, tenant, view, position))));
    }
    return row.map(view -> new Answer<>(view, position));
  }
}
