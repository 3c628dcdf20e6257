package za.lexohub.readmodels.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.JacksonException;
import za.lexohub.readmodels.redis.CacheMeter;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisScript;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Stamp;

/**
 * The cache {@code matter:<matterId>} in Redis, five minutes an entry. It is written through when a
 * matter is opened, invalidated by every change, and filled again by the next reader. An entry
 * carries the version it shows; an invalidation leaves the version it came with, so that a reader
 * that is late with what it read before cannot put the old state back. That version goes after five
 * minutes too, so an entry also carries the position of the log it was true at, which a reader
 * holds against the one it knows of. The key names no tenant, the value does, and is no answer to
 * another one.
 */
public final class MatterCards {

  private static final String KEY = "matter:";
  private static final String SECONDS = "300";
  private static final RedisScript PUT = RedisScript.beside(MatterCards.class, "put-card.lua");

  private final UnifiedJedis redis;
  private final Fallback fallback;
  private final CacheMeter meter = new CacheMeter("matter");

  public MatterCards(UnifiedJedis redis, Fallback fallback) {
    this.redis = redis;
    this.fallback = fallback;
  }

  /**
   * A matter as a card shows it.
   *
   * @param position every event up to here that concerns the matter is in it
   */
  public record Card(MatterView matter, long position) {}

  /** Writes a new matter through. Throws when Redis cannot be reached. */
  public void put(Stamp stamp, MatterView matter, long position) {
    put(matter.id(), new Entry(stamp.tenant(), matter.version(), position, matter));
  }

  /** Whatever is older than this version is no answer any more. Throws like {@link #put}. */
  public void invalidate(Stamp stamp) {
    put(stamp.id(), new Entry(stamp.tenant(), stamp.version(), 0, null));
  }

  /**
   * Keeps what a reader has read in SQL, unless the card knows of something newer.
   *
   * @param position that SQL had applied before it was read
   */
  public void refill(String tenant, MatterView matter, long position) {
    fallback.tell(() -> put(matter.id(), new Entry(tenant, matter.version(), position, matter)));
  }

  /** Empty when there is no card for this tenant, or Redis cannot be reached. */
  public Optional<Card> find(String tenant, UUID id) {
    return find(tenant, id, Long.MIN_VALUE);
  }

  /**
   * As {@link #find(String, UUID)}.
   *
   * @param position that the card must have been true at, or after
   */
  public Optional<Card> find(String tenant, UUID id, long position) {
    return fallback.ask(
        meter,
        () ->
            read(redis.get(KEY + id))
                .filter(entry -> entry.tenant().equals(tenant))
                .flatMap(Entry::card)
                .filter(card -> card.position() >= position));
  }

  /**
   * Takes the card away whatever version it shows. A reader that is late may put it back for as
   * long as an entry lasts. Throws like {@link #put}.
   */
  public void forget(UUID id) {
    redis.del(KEY + id);
  }

  public void empty() {
    var cursor = redis.scanIteration(1000, KEY + "*");
    while (!cursor.isIterationCompleted()) {
      for (String key : cursor.nextBatchList()) {
        redis.unlink(key);
      }
    }
  }

  private void put(UUID id, Entry entry) {
    PUT.run(
        redis,
        List.of(KEY + id),
        List.of(Long.toString(entry.version()), Json.write(entry), SECONDS));
  }

  private static Optional<Entry> read(@Nullable String json) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(json, Entry.class));
    } catch (JacksonException unreadable) {
      // Another release may have written it; it is replaced by the next refill.
      return Optional.empty();
    }
  }

  private record Entry(String tenant, long version, long position, @Nullable MatterView matter) {
    Optional<Card> card() {
      return Optional.ofNullable(matter).map(shown -> new Card(shown, position));
    }
  }
}
