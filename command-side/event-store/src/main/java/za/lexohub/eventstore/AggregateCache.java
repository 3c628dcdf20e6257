package za.lexohub.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in memory between commands, so that most of them are decided without reading the
 * log. It may lag behind what other nodes have appended, so it answers only commands, whose {@link
 * CurrentDecisions} see to it that nothing is decided by an old state; everybody else reads the
 * log.
 *
 * <p>Axon's repository takes an aggregate out when its unit of work fails, and keeps two commands
 * from using it at a time.
 */
class AggregateCache implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, AggregateCacheEntry<?>> entries;

  /**
   * @param events as many events as the aggregates may have had that are kept, all together; 0
   *     keeps none
   */
  AggregateCache(long events) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(events)
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
      used.add(aggregateOf(entry));
    }
    return (V) entry;
  }

  /** What has no event yet is not kept: it is not there. */
  @Override
  public void put(Object id, Object entry) {
    AggregateCacheEntry<?> kept = (AggregateCacheEntry<?>) entry;
    if (aggregateOf(kept).version() != null) {
      entries.put(id, kept);
    }
  }

  @Override
  public boolean putIfAbsent(Object id, Object entry) {
    throw new UnsupportedOperationException("a repository puts what it has saved");
  }

  @Override
  public boolean remove(Object id) {
    return entries.asMap().remove(id) != null;
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
