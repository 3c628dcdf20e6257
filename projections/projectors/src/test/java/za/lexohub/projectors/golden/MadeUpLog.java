package za.lexohub.projectors.golden;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.erasure.FileKind;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardAdded;
import za.lexohub.messages.serialization.EventTypes;

/**
 * A log with every event that there is, of several practices: each life has one aggregate of every
 * kind with all its events, half the lives in the order in which things happen, the others in an
 * order that no domain would decide, but that a log might hold after all. The aggregates' events
 * come in between each other. One file is erased, and nobody can open any more what was in it.
 */
final class MadeUpLog implements PersonalDataVault {

  private static final Instant FIRST = Instant.parse("2026-01-01T21:59:59.999Z");
  private static final String ERASED = "erased";

  /** An aggregate begins in one way only. */
  private static final Set<Class<?>> OTHERWISE =
      Set.of(MatterRequested.class, ProFormaRequested.class, PercentageCardAdded.class);

  private static final Map<Class<?>, Class<?>> INSTEAD =
      Map.of(
          MatterOpened.class, MatterRequested.class,
          ProFormaDrafted.class, ProFormaRequested.class,
          RateCardAdded.class, PercentageCardAdded.class);

  private final Random random;
  private final List<DomainEventMessage<?>> events;

  /** The same log for the same seed. */
  MadeUpLog(long seed, int tenants, int lives) {
    random = new Random(seed);
    List<Deque<DomainEventMessage<?>>> aggregates = new ArrayList<>();
    for (int tenant = 0; tenant < tenants; tenant++) {
      for (int life = 0; life < lives; life++) {
        live(new TenantId("practice-" + tenant), tenant == 0 && life == 0, life, aggregates);
      }
    }
    events = interleaved(aggregates);
  }

  List<DomainEventMessage<?>> events() {
    return events;
  }

  private void live(
      TenantId tenant, boolean erased, int life, List<Deque<DomainEventMessage<?>>> aggregates) {
    MadeUp madeUp = new MadeUp(tenant, erased ? ERASED : "life-" + life, random.nextLong());
    byVocabulary()
        .forEach(
            (vocabulary, types) -> {
              Deque<DomainEventMessage<?>> aggregate = new ArrayDeque<>();
              for (Class<? extends DomainEvent> type : order(types, life)) {
                DomainEvent event = madeUp.a(type);
                if (event instanceof Forgetting forgetting) {
                  if (!erased) {
                    continue;
                  }
                  event = whole(forgetting, madeUp);
                }
                aggregate.add(message(vocabulary, event, madeUp, aggregate.size(), tenant));
              }
              aggregates.add(aggregate);
            });
  }

  /** The beginning first; then as it is declared, or anyhow. */
  private List<Class<? extends DomainEvent>> order(
      List<Class<? extends DomainEvent>> types, int life) {
    boolean anyhow = life % 2 == 1;
    List<Class<? extends DomainEvent>> order = new ArrayList<>(types);
    order.removeIf(anyhow ? INSTEAD::containsKey : OTHERWISE::contains);
    if (anyhow) {
      order.stream()
          .filter(OTHERWISE::contains)
          .findFirst()
          .ifPresent(
              first -> {
                order.remove(first);
                order.addFirst(first);
              });
      Collections.shuffle(order.subList(1, order.size()), random);
    } else {
      order.stream()
          .filter(INSTEAD::containsKey)
          .findFirst()
          .ifPresent(
              first -> {
                order.remove(first);
                order.addFirst(first);
              });
    }
    return order;
  }

  /** What is erased is the matter's whole file: with parts of it the vault would have to agree. */
  private static DomainEvent whole(Forgetting forgetting, MadeUp madeUp) {
    ErasedData data =
        new ErasedData(
            new FileReference(FileKind.MATTER, madeUp.id("MatterId")),
            Arrays.asList(FileSubject.values()),
            List.of(madeUp.id("ProFormaId")),
            List.of(madeUp.id("InvoiceId")));
    return switch (forgetting) {
      case ErasureEvents.PersonalDataErased e ->
          new ErasureEvents.PersonalDataErased(
              e.personalFileId(), e.tenantId(), data, e.reason(), e.stores(), e.erasedAt());
      case ErasureEvents.SubjectKeysDestroyed e ->
          new ErasureEvents.SubjectKeysDestroyed(e.personalFileId(), e.tenantId(), data);
      default -> throw new IllegalStateException("another event forgets: " + forgetting);
    };
  }

  private static Map<Class<?>, List<Class<? extends DomainEvent>>> byVocabulary() {
    Map<Class<?>, List<Class<? extends DomainEvent>>> vocabularies = new LinkedHashMap<>();
    StreamSupport.stream(new EventTypes().events().spliterator(), false)
        .map(Class::getEnclosingClass)
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(
            vocabulary ->
                vocabularies.put(
                    vocabulary,
                    Arrays.stream(vocabulary.getPermittedSubclasses())
                        .<Class<? extends DomainEvent>>map(
                            type -> type.asSubclass(DomainEvent.class))
                        .toList()));
    return vocabularies;
  }

  private static DomainEventMessage<?> message(
      Class<?> vocabulary, DomainEvent event, MadeUp madeUp, long sequence, TenantId tenant) {
    // What all events of an aggregate have in common is its id.
    String id =
        Arrays.stream(vocabulary.getDeclaredMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(method -> method.getReturnType().getSimpleName())
            .filter(name -> name.endsWith("Id"))
            .findFirst()
            .orElse("SequenceId");
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(0),
        id.substring(0, id.length() - 2),
        madeUp.id(id).toString(),
        sequence,
        new GenericMessage<>(
            UUID.nameUUIDFromBytes(
                    (madeUp.id(id) + "/" + sequence).getBytes(StandardCharsets.UTF_8))
                .toString(),
            event,
            MetaData.with(MetadataKeys.TENANT, tenant.value())),
        () -> FIRST);
  }

  /** In positions and at times that everybody shares. */
  private List<DomainEventMessage<?>> interleaved(List<Deque<DomainEventMessage<?>>> aggregates) {
    List<DomainEventMessage<?>> all = new ArrayList<>();
    Instant now = FIRST;
    List<Deque<DomainEventMessage<?>>> left = new ArrayList<>(aggregates);
    left.removeIf(Deque::isEmpty);
    while (!left.isEmpty()) {
      Deque<DomainEventMessage<?>> next = left.get(random.nextInt(left.size()));
      DomainEventMessage<?> message = next.removeFirst();
      now = now.plus(Duration.ofMillis(1 + random.nextInt(10_000_000)));
      Instant at = now;
      all.add(
          new GenericTrackedDomainEventMessage<>(
              new GlobalSequenceTrackingToken(all.size() + 1L),
              message.getType(),
              message.getAggregateIdentifier(),
              message.getSequenceNumber(),
              message,
              () -> at));
      if (next.isEmpty()) {
        left.remove(next);
      }
    }
    return all;
  }

  /** The same words whenever the same envelope is opened; nothing of what was erased. */
  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    UUID gone = new MadeUp(tenant, ERASED, 0).id("subjectId");
    return tenant.value().equals("practice-0") && sealed.subjectId().equals(gone)
        ? Optional.empty()
        : Optional.of(
            type == String.class
                ? type.cast(sealed.ciphertext())
                : new MadeUp(tenant, "words", sealed.ciphertext().hashCode()).a(type));
  }

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    throw new IllegalStateException("whoever reads the past seals nothing");
  }
}
