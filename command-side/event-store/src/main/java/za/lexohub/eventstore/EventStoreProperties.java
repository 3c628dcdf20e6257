package za.lexohub.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the event log on one node.
 *
 * @param connections reads of the log at a time, each for a single statement, one to hear of
 *     commits and one to tell of them; appends have a connection of their own
 * @param bulkReaders pages of the log that are read for auditors at a time
 * @param connectionTimeout how long a command waits for PostgreSQL before it answers that it is
 *     away
 * @param appendTimeout how long one call of the log may take, most of it in wait for its lock,
 *     before the commands in it are answered that it is away
 * @param lockAlarm how long somebody may hold the log's lock before it is warned of
 * @param cachedEvents how many events the aggregates in memory may have had, all together; 0 keeps
 *     none there, and every command reads the log
 * @param segments into how many parts a new processor's work is split; nodes share them
 * @param batchSize events per transaction of a processor: 1 replays a tenth as fast as 100
 */
@ConfigurationProperties("lexohub.event-store")
record EventStoreProperties(
    @DefaultValue("16") int connections,
    @DefaultValue("4") int bulkReaders,
    @DefaultValue("5s") Duration connectionTimeout,
    @DefaultValue("10s") Duration appendTimeout,
    @DefaultValue("2s") Duration lockAlarm,
    @DefaultValue("10000") long cachedEvents,
    @DefaultValue("1") int segments,
    @DefaultValue("100") int batchSize) {

  EventStoreProperties {
    if (connections < 3) {
      throw new IllegalArgumentException("lexohub.event-store.connections must be at least 3");
    }
    if (appendTimeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "lexohub.event-store.append-timeout must be a millisecond at least");
    }
    if (bulkReaders < 1) {
      throw new IllegalArgumentException("lexohub.event-store.bulk-readers must be at least 1");
    }
    if (cachedEvents < 0) {
      throw new IllegalArgumentException("lexohub.event-store.cached-events must not be negative");
    }
    if (segments < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "lexohub.event-store.segments and batch-size must be at least 1");
    }
  }
}
