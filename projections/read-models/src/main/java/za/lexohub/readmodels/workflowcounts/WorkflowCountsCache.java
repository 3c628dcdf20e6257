package za.lexohub.readmodels.workflowcounts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import za.lexohub.readmodels.redis.RedisKeys;
import za.lexohub.readmodels.redis.RedisScript;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.together.Together;

/**
 * The counts in Redis: one set of ids per state, {@code workflow:counts:{<advocateId>}:<state>}
 * (braces literal: all keys of an advocate share a slot), moved by one script and counted by SCARD.
 * Beside them a hash remembers of each id which version it has shown and where it stands, so that a
 * repeated or late change moves nothing back.
 *
 * <p>The sets are believed only while a marker says that they are complete. A flush takes it away;
 * so does a change of something that is not in the hash. Only {@link WorkflowCountsRebuild} sets
 * it.
 *
 * <p>{@code workflow:counts:<advocateId>} holds the front end's JSON. Its key has no braces and so
 * lives in another slot, which no script may touch together with the sets: it is written by a
 * second script right after, which refuses a count that was taken earlier. If the process dies
 * between the two, the change comes again and writes it.
 */
public final class WorkflowCountsCache {

  private static final String KEY = "workflow:counts:";
  private static final long COMPLETE_SECONDS = 3600;
  private static final RedisScript MOVE = RedisScript.beside(WorkflowCountsCache.class, "move.lua");
  private static final RedisScript COUNT =
      RedisScript.beside(WorkflowCountsCache.class, "count.lua");
  private static final RedisScript COMPLETE =
      RedisScript.beside(WorkflowCountsCache.class, "complete.lua");
  private static final RedisScript PUBLISH =
      RedisScript.beside(WorkflowCountsCache.class, "publish.lua");

  private final UnifiedJedis redis;
  private final Clock clock;

  public WorkflowCountsCache(UnifiedJedis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /**
   * Now, or together with the others of a batch. Throws when Redis cannot be reached: the change
   * must come again.
   */
  public void move(String tenant, CountedMove move) {
    Together together = Together.current();
    if (together == null) {
      publish(tenant, MOVE.run(redis, keys(tenant), arguments(move)));
    } else {
      together.part(CountedMoves.class, this, () -> new CountedMoves(this)).add(tenant, move);
    }
  }

  /** By advocate; what stands at an advocate's plain key is written once. */
  void moveNow(Map<String, Map<UUID, CountedMove>> moves) {
    List<RedisScript.Call> calls = new ArrayList<>();
    Map<String, Integer> last = new LinkedHashMap<>();
    moves.forEach(
        (tenant, each) -> {
          List<String> keys = keys(tenant);
          each.values().forEach(move -> calls.add(new RedisScript.Call(keys, arguments(move))));
          last.put(tenant, calls.size() - 1);
        });
    List<Object> replies = MOVE.runAll(redis, calls);
    List<RedisScript.Call> published = new ArrayList<>();
    last.forEach(
        (tenant, call) -> publication(tenant, replies.get(call)).ifPresent(published::add));
    PUBLISH.runAll(redis, published);
  }

  /** As {@link #move} for each, but for what stands at the advocate's plain key. */
  void moveAll(String tenant, List<CountedMove> moves) {
    MOVE.runEach(redis, keys(tenant), moves.stream().map(WorkflowCountsCache::arguments).toList());
  }

  /** Empty when the sets are not known to be complete. Throws when Redis cannot be reached. */
  public Optional<WorkflowCounts> counts(String tenant) {
    return counted(COUNT.run(redis, keys(tenant), List.of()));
  }

  /** Forgets everybody. */
  public void empty() {
    RedisKeys.remove(redis, KEY + "*");
  }

  /** A rebuild begins; the answer proves at its end that nothing was lost meanwhile. */
  String beginRebuild(String tenant) {
    String proof = UUID.randomUUID().toString();
    redis.set(tagged(tenant, "rebuilding"), proof, SetParams.setParams().ex(COMPLETE_SECONDS));
    return proof;
  }

  /** Whether the sets are now known to be complete. */
  boolean endRebuild(String tenant, String proof) {
    Object reply =
        COMPLETE.run(redis, keys(tenant), List.of(proof, Long.toString(COMPLETE_SECONDS)));
    publish(tenant, reply);
    return counted(reply).isPresent();
  }

  private void publish(String tenant, Object reply) {
    publication(tenant, reply).ifPresent(call -> PUBLISH.run(redis, call.keys(), call.arguments()));
  }

  private Optional<RedisScript.Call> publication(String tenant, Object reply) {
    return counted(reply)
        .map(
            counts -> {
              long takenAt = (Long) ((List<?>) reply).get(1);
              return new RedisScript.Call(
                  List.of(KEY + tenant),
                  List.of(Long.toString(takenAt), Json.write(new Published(counts, takenAt))));
            });
  }

  /** The scripts answer: complete or not, the server's time in microseconds, the seven counts. */
  private Optional<WorkflowCounts> counted(Object reply) {
    List<?> numbers = (List<?>) reply;
    if ((Long) numbers.get(0) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkflowCounts(
            (Long) numbers.get(2),
            (Long) numbers.get(3),
            (Long) numbers.get(6),
            (Long) numbers.get(7),
            (Long) numbers.get(4),
            (Long) numbers.get(5),
            (Long) numbers.get(8),
            clock.instant()));
  }

  private static List<String> keys(String tenant) {
    List<String> keys = new ArrayList<>();
    keys.add(tagged(tenant, "entries"));
    keys.add(tagged(tenant, "complete"));
    keys.add(tagged(tenant, "rebuilding"));
    for (CountedState state : CountedState.values()) {
      if (state != CountedState.NOWHERE) {
        keys.add(tagged(tenant, state.set()));
      }
    }
    keys.add(tagged(tenant, "invoices-overdue"));
    return keys;
  }

  private static List<String> arguments(CountedMove move) {
    CountedState state = move.state();
    return List.of(
        move.member().toString(),
        Long.toString(move.version()),
        move.begins() ? "1" : "0",
        state == null ? "" : Integer.toString(state.ordinal() + 1),
        flag(move.hidden()),
        flag(move.overdue()));
  }

  private static String flag(@Nullable Boolean value) {
    return value == null ? "" : value ? "1" : "0";
  }

  private static String tagged(String tenant, String what) {
    return KEY + "{" + tenant + "}:" + what;
  }

  /** What stands at the advocate's plain key: the counts, and when Redis took them. */
  private record Published(
      long matterCount,
      long proFormaCount,
      long invoiceCount,
      long unpaidCount,
      long proFormaSentCount,
      long proFormaAcceptedCount,
      long overdueCount,
      Instant asOf,
      long takenAtMicros) {

    Published(WorkflowCounts counts, long takenAtMicros) {
      this(
          counts.matterCount(),
          counts.proFormaCount(),
          counts.invoiceCount(),
          counts.unpaidCount(),
          counts.proFormaSentCount(),
          counts.proFormaAcceptedCount(),
          counts.overdueCount(),
          counts.asOf(),
          takenAtMicros);
    }
  }
}
