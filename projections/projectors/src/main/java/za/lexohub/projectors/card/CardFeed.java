package za.lexohub.projectors.card;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.redis.CardCache;
import za.lexohub.readmodels.redis.CardCache.Slot;
import za.lexohub.readmodels.row.Stamp;

/**
 * Writes cards through. A card is made of a row that another group keeps, which may be behind: the
 * feed waits for it for a moment, and when that is not enough takes the card away and leaves the
 * filling to a reader. So when a change has been through here, a card shows it or is not there.
 *
 * <p>Of changes that are long past, as when a group catches up, it only takes cards away: nobody
 * may ask for them any more.
 */
public final class CardFeed<V> {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  /** After SQL was too late once, nobody waits for it: it may be down, or be made anew. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final Duration LONG_PAST = Duration.ofMinutes(1);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final CardCache<V> cards;
  private final BiFunction<String, UUID, Optional<V>> rows;
  private final ToLongFunction<V> version;
  private final Clock clock;
  private volatile long patientFrom = System.nanoTime();

  /**
   * @param rows in SQL, by tenant and id
   * @param version of the thing that a row shows
   */
  public CardFeed(
      CardCache<V> cards,
      BiFunction<String, UUID, Optional<V>> rows,
      ToLongFunction<V> version,
      Clock clock) {
    this.cards = cards;
    this.rows = rows;
    this.version = version;
    this.clock = clock;
  }

  /**
   * Something has changed. Throws when Redis or SQL cannot be reached: the change must come again.
   *
   * @param position of the change in the log
   */
  public void changed(Stamp stamp, long position) {
    if (stamp.at().isBefore(Instant.now(clock).minus(LONG_PAST))) {
      cards.outdateLate(stamp);
      return;
    }
    Slot<V> seen = cards.look(stamp.id());
    if (seen.shows(stamp.version())) {
      return;
    }
    boolean isShown =
        caughtUp(stamp)
            .filter(
                row ->
                    cards.fill(
                        seen, stamp.tenant(), row, Math.max(position, AppliedPositions.NOTHING)))
            .isPresent();
    if (!isShown) {
      cards.outdate(stamp);
    }
  }

  /**
   * Takes cards away once SQL has applied what they show no more. If SQL is late, what it has not
   * erased yet may be shown for as long as a card lasts.
   */
  public void forget(Collection<UUID> ids, BooleanSupplier isErasedInSql) {
    if (!ids.isEmpty()) {
      await(isErasedInSql);
      ids.forEach(cards::forget);
    }
  }

  private Optional<V> caughtUp(Stamp stamp) {
    // The last row that was read is the one to show.
    Row<V> row = new Row<>();
    await(
        () -> {
          row.found =
              rows.apply(stamp.tenant(), stamp.id())
                  .filter(found -> version.applyAsLong(found) >= stamp.version());
          return row.found.isPresent();
        });
    return row.found;
  }

  private void await(BooleanSupplier isThere) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isThere.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - patientFrom < 0) {
        return;
      }
      if (now - deadline >= 0 || Thread.currentThread().isInterrupted()) {
        patientFrom = now + REST.toNanos();
        return;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private static final class Row<V> {
    private Optional<V> found = Optional.empty();
  }
}
