package za.lexohub.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in memory between commands, so that most of them are decided without reading the
 * log. It may lag behind what other nodes have appended, so it answers only commands, whose {@link
 * CurrentDecisions} see to it that nothing is decided by an old state; everybody else reads the
 * log.
 *
 * <p>A command takes an aggregate out and puts it back once it has committed, under the lock of
 * Axon's repository: whatever becomes of a command, nothing is kept that is not in the log.
 */
class AggregateCache implements Cache {

  /** How long what nobody asks for is kept. */
  private static final Duration REST = Duration.ofMinutes(10);

  private final com.github.benmanes.caffeine.cache.Cache<Object, AggregateCacheEntry<?>> entries;

  /**
   * @param events as many events as the aggregates may have had that are kept, all together; 0
   *     keeps none
   */
  AggregateCache(long events) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(events)
            .expireAfterAccess(REST)
            .weigher((Object id, AggregateCacheEntry<?> entry) -> weight(entry))
            .recordStats()
            .build();
  }

  /** What it knows of itself, to be counted. */
  com.github.benmanes.caffeine.cache.Cache<Object, AggregateCacheEntry<?>> entries() {
    return entries;
  }

  @Override
  @SuppressWarnings("unchecked") // the interface's own promise
  public <K, V> @Nullable V get(K id) {
    CachedAggregates used = CachedAggregates.ofCurrentCommand();
    AggregateCacheEntry<?> entry = used == null ? null : entries.getIfPresent(id);
    if (entry != null) {
      entries.invalidate(id);
      used.add(aggregateOf(entry));
    }
    return (V) entry;
  }

  /** What has no event yet is not kept: it is not there. */
  @Override
  public void put(Object id, Object entry) {
    AggregateCacheEntry<?> kept = (AggregateCacheEntry<?>) entry;
    if (aggregateOf(kept).version() != null) {
      CurrentUnitOfWork.get().afterCommit(committed -> entries.put(id, kept));
    }
  }

  @Override
  public boolean putIfAbsent(Object id, Object entry) {
    throw new UnsupportedOperationException("a repository puts what it has saved");
  }

  @Override
  public boolean remove(@Nullable Object id) {
    // What never began has no id, and was never kept.
    return id != null && entries.asMap().remove(id) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object id) {
    return entries.asMap().containsKey(id);
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("nobody listens to kept aggregates");
  }

  private static int weight(AggregateCacheEntry<?> entry) {
    return Math.toIntExact(Math.min(aggregateOf(entry).version() + 1, Integer.MAX_VALUE));
  }

  /** An entry that never left this memory hands out the aggregate it was made of. */
  private static <T> EventSourcedAggregate<T> aggregateOf(AggregateCacheEntry<T> entry) {
    return entry.recreateAggregate(null, null, null);
  }
}
