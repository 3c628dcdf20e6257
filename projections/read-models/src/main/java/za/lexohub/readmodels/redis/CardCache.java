package za.lexohub.readmodels.redis;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Stamp;

/**
 * One kind of thing in Redis, one key each, five minutes an entry: a card that shows it, or the
 * note that there is none to show yet.
 *
 * <p>Whoever fills a card looks at the key first, reads SQL then, and writes only if nobody has
 * touched the key since; where nothing is, the look leaves a note that only this filling, or a
 * change, replaces. So a filler that is late, however late, cannot put back what a change has taken
 * away, and no card gives way to an older version. What a filler must know of before it reads is
 * said at {@link #fill}.
 *
 * <p>The key names no tenant, the value does, and is no answer to another one. Every entry has a
 * mark of its own, so that equal ones can be told apart. A server that is full is like one that has
 * just lost the entry.
 */
public abstract class CardCache<V> {

  private static final long SECONDS = 300;

  /** A filling takes milliseconds; one that takes longer is in vain. */
  private static final long LOOK_SECONDS = 15;

  private static final RedisScript FILL = RedisScript.beside(CardCache.class, "fill.lua");
  private static final RedisScript OUTDATE = RedisScript.beside(CardCache.class, "outdate.lua");

  private final UnifiedJedis redis;
  private final String prefix;
  private final Class<V> type;
  private final ToLongFunction<V> version;

  /**
   * @param prefix of the keys, before the id
   * @param version of the thing that a view shows
   */
  protected CardCache(UnifiedJedis redis, String prefix, Class<V> type, ToLongFunction<V> version) {
    this.redis = redis;
    this.prefix = prefix;
    this.type = type;
    this.version = version;
  }

  /**
   * A thing as its card shows it.
   *
   * @param position every event up to here that concerns it is in it
   */
  public record Card<V>(V view, long position) {}

  /** What stood at a thing's key at one moment. */
  public static final class Slot<V> {
    private final UUID id;
    private final @Nullable String raw;
    private final @Nullable String tenant;
    private final long version;
    private final @Nullable Card<V> card;

    private Slot(
        UUID id,
        @Nullable String raw,
        @Nullable String tenant,
        long version,
        @Nullable Card<V> card) {
      this.id = id;
      this.raw = raw;
      this.tenant = tenant;
      this.version = version;
      this.card = card;
    }

    /** Empty when there is none for this tenant. */
    public Optional<Card<V>> card(String tenant) {
      return tenant.equals(this.tenant) ? Optional.ofNullable(card) : Optional.empty();
    }

    /** Whether there is a card at this version, or a later one. */
    public boolean shows(long version) {
      return card != null && this.version >= version;
    }
  }

  /** Throws when Redis cannot be reached. */
  public Slot<V> look(UUID id) {
    String key = prefix + id;
    String raw = redis.get(key);
    if (raw == null) {
      String note = Json.write(new Note(mark(), null, 0));
      raw = isDone(() -> isPut(key, note)) ? note : redis.get(key);
    }
    return slot(id, raw);
  }

  /**
   * Shows the thing, if nothing has happened at its key since the look. Throws when Redis cannot be
   * reached.
   *
   * @param view read in SQL after the look, when SQL had applied whatever the projector of the
   *     cards had before the look
   * @param position every event up to here that concerns the thing is in the view
   * @return whether it is shown; if not, something else has come, or there is no room
   */
  public boolean fill(Slot<V> seen, String tenant, V view, long position) {
    long shown = version.applyAsLong(view);
    if (seen.raw == null || seen.version > shown) {
      return false;
    }
    String card = Json.write(new Entry<>(mark(), tenant, shown, position, view));
    List<String> arguments = List.of(seen.raw, card, Long.toString(SECONDS));
    return isDone(() -> FILL.run(redis, List.of(prefix + seen.id), arguments).equals(1L));
  }

  /**
   * Whatever is older than this version is no answer any more, and none that is older can be filled
   * in. Throws when Redis cannot be reached.
   */
  public void outdate(Stamp stamp) {
    outdate(stamp, "1");
  }

  /** As {@link #outdate}, for a change that is long past: nothing is left where no card is. */
  public void outdateLate(Stamp stamp) {
    outdate(stamp, "0");
  }

  private void outdate(Stamp stamp, String isLeft) {
    String note = Json.write(new Note(mark(), stamp.tenant(), stamp.version()));
    List<String> arguments =
        List.of(Long.toString(stamp.version()), note, Long.toString(SECONDS), isLeft);
    if (!isDone(() -> OUTDATE.run(redis, List.of(prefix + stamp.id()), arguments) != null)) {
      redis.del(prefix + stamp.id());
    }
  }

  /** Takes the card away whatever version it shows. Throws when Redis cannot be reached. */
  public void forget(UUID id) {
    redis.del(prefix + id);
  }

  /** Takes all away. */
  public void empty() {
    RedisKeys.remove(redis, prefix + "*");
  }

  private boolean isPut(String key, String note) {
    return redis.set(key, note, SetParams.setParams().nx().ex(LOOK_SECONDS)) != null;
  }

  /** Not when the server has no room; what it holds can still be read and taken away. */
  private static boolean isDone(BooleanSupplier write) {
    try {
      return write.getAsBoolean();
    } catch (JedisDataException e) {
      if (String.valueOf(e.getMessage()).contains("OOM command not allowed")) {
        return false;
      }
      throw e;
    }
  }

  private Slot<V> slot(UUID id, @Nullable String raw) {
    if (raw == null) {
      return new Slot<>(id, null, null, 0, null);
    }
    try {
      JsonNode entry = Json.read(raw, JsonNode.class);
      JsonNode view = entry.path("view");
      return new Slot<>(
          id,
          raw,
          entry.path("tenant").asString(null),
          entry.path("version").asLong(0),
          view.isObject()
              ? new Card<>(Json.read(view, type), entry.path("position").asLong(0))
              : null);
    } catch (JacksonException unreadable) {
      // Another release may have written it; it is replaced by the next filling.
      return new Slot<>(id, raw, null, 0, null);
    }
  }

  private static String mark() {
    return UUID.randomUUID().toString();
  }

  private record Entry<V>(String mark, String tenant, long version, long position, V view) {}

  /** There is no card to show of what is older than this version. */
  private record Note(String mark, @Nullable String tenant, long version) {}
}
