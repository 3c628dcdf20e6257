package za.lexohub.domain.practice;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.practice.AdvocateId;

/**
 * Practices as their own streams tell them, and as the configuration has them where there is no
 * stream. Read without a lock: a document takes the practice as it finds it and keeps a snapshot,
 * and were each to wait for the others' locks, all documents of a tenant would be made one by one.
 * A reading is kept until the stream has grown.
 */
final class LoggedPractices implements Practices {

  private record Reading(long lastSequence, Practice practice) {}

  private final EventStore eventStore;
  private final ConfiguredPractices configured;
  private final Map<TenantId, Reading> readings = new ConcurrentHashMap<>();

  LoggedPractices(EventStore eventStore, ConfiguredPractices configured) {
    this.eventStore = eventStore;
    this.configured = configured;
  }

  @Override
  public Practice of(TenantId tenant) {
    String stream = AdvocateId.of(tenant).toString();
    Optional<Long> last = eventStore.lastSequenceNumberFor(stream);
    if (last.isEmpty()) {
      return configuredAs(tenant);
    }
    Reading known = readings.get(tenant);
    if (known == null || known.lastSequence() < last.get()) {
      known = read(tenant, stream);
      readings.put(tenant, known);
    }
    return known.practice();
  }

  private Practice configuredAs(TenantId tenant) {
    Practice practice = configured.find(tenant);
    if (practice == null) {
      throw new RuleViolated(Rule.PRACTICE_UNKNOWN, "there is no practice of " + tenant);
    }
    return practice;
  }

  private Reading read(TenantId tenant, String stream) {
    LoggedPractice logged = new LoggedPractice();
    long[] last = {-1};
    eventStore
        .readEvents(stream)
        .forEachRemaining(
            message -> {
              logged.evolve((AdvocateEvents) message.getPayload());
              last[0] = message.getSequenceNumber();
            });
    return new Reading(last[0], logged.over(configured.find(tenant)));
  }
}
