package za.lexohub.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The aggregates that one command was given from memory, each as it was then. */
class CachedAggregates {

  private static final String RESOURCE = CachedAggregates.class.getName();
  private static final long NONE = -1;

  private final Map<EventSourcedAggregate<?>, Long> versions = new HashMap<>();

  static CachedAggregates in(UnitOfWork<?> command) {
    CachedAggregates none = new CachedAggregates();
    command.resources().put(RESOURCE, none);
    return none;
  }

  /** None outside of a command. */
  static @Nullable CachedAggregates ofCurrentCommand() {
    return CurrentUnitOfWork.map(command -> command.<CachedAggregates>getResource(RESOURCE))
        .orElse(null);
  }

  void add(EventSourcedAggregate<?> aggregate) {
    versions.putIfAbsent(aggregate, version(aggregate));
  }

  /**
   * @throws ConcurrencyException when the log has gone on with an aggregate since it was kept
   */
  void requireCurrent(EventStorageEngine log) {
    requireCurrent(log, (aggregate, version) -> true);
  }

  /**
   * As {@link #requireCurrent}, but leaves those out to which this command appends: they cannot be
   * appended to unless they are current.
   */
  void requireUnchangedCurrent(EventStorageEngine log) {
    requireCurrent(log, (aggregate, version) -> version(aggregate) == version);
  }

  private void requireCurrent(
      EventStorageEngine log, BiPredicate<EventSourcedAggregate<?>, Long> which) {
    versions.forEach(
        (aggregate, version) -> {
          if (which.test(aggregate, version)) {
            String id = aggregate.identifierAsString();
            long recorded = log.lastSequenceNumberFor(id).orElse(NONE);
            if (recorded != version) {
              throw new ConcurrencyException(
                  "the log has gone on with " + id + " after event " + version);
            }
          }
        });
  }

  private static long version(EventSourcedAggregate<?> aggregate) {
    return Objects.requireNonNull(aggregate.version(), "only what has events is kept");
  }
}
