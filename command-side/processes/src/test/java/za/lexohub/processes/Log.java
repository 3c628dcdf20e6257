package za.lexohub.processes;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/** Axon's event store in memory, with a vault that keeps what it sealed and can forget it. */
public final class Log implements PersonalDataVault, AutoCloseable {

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, Object> sealed = new HashMap<>();
  private final Map<UUID, Boolean> erased = new HashMap<>();
  private Instant now = Instant.parse("2024-09-01T08:15:30Z");
  private int envelopes;

  public EventStore store() {
    return store;
  }

  /** The next events happen then. */
  public Log at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public Log append(Object aggregateId, Object... events) {
    for (Object event : events) {
      long sequence = sequences.merge(aggregateId.toString(), 0L, (last, zero) -> last + 1);
      store.publish(
          new GenericDomainEventMessage<>(
              "any",
              aggregateId.toString(),
              sequence,
              event,
              MetaData.emptyInstance(),
              UUID.randomUUID().toString(),
              now));
    }
    return this;
  }

  public Log erase(UUID subjectId) {
    erased.put(subjectId, true);
    return this;
  }

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    PersonalData envelope =
        new PersonalData(subjectId, new UUID(0, 0), "n" + envelopes++, tenant.value());
    sealed.put(envelope.nonce(), plain);
    return envelope;
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData envelope, Class<T> type) {
    if (!envelope.ciphertext().equals(tenant.value())) {
      throw new IllegalArgumentException("another tenant's envelope");
    }
    return erased.containsKey(envelope.subjectId())
        ? Optional.empty()
        : Optional.of(type.cast(sealed.get(envelope.nonce())));
  }

  @Override
  public void close() {
    store.shutDown();
  }
}
