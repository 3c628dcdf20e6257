package za.lexohub.processes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.deadline.ScheduledDeadlineInfo;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.axonframework.test.saga.SagaTestFixture;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.processes.deadlines.Conductor;

/**
 * Axon's fixture with what our sagas are conducted with, on a clock that the test moves, and with a
 * way to what the fixture keeps to itself: a deadline that was cancelled but fires all the same,
 * and the saga as it is stored.
 */
public final class SagaStage<T> {

  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  public static final Map<String, Object> METADATA =
      Map.of(MetadataKeys.TENANT, "adv-1", MetadataKeys.CORRELATION_ID, "request-1");

  private final Class<T> saga;
  private final StubDeadlineManager deadlines;
  private final InMemorySagaStore store;
  private final AdjustableClock clock = new AdjustableClock();

  public final SagaTestFixture<T> fixture;

  /** Follows the fixture's time, or stands where it was put. */
  private final class AdjustableClock extends Clock {
    private long behindSeconds;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return fixture.currentTime().minusSeconds(behindSeconds);
    }
  }

  public SagaStage(Class<T> saga, Object limits) {
    this.saga = saga;
    fixture = new SagaTestFixture<>(saga);
    deadlines = kept("deadlineManager");
    store = kept("sagaStore");
    var gateway = DefaultCommandGateway.builder().commandBus(fixture.getCommandBus()).build();
    fixture.registerResource(new Conductor(gateway, deadlines, clock));
    fixture.registerResource(limits);
    fixture.registerListenerInvocationErrorHandler(PropagatingErrorHandler.instance());
    fixture.givenCurrentTime(NOW);
  }

  /** The application's clock lags behind the one that fires deadlines. */
  public void clockIsBehindBy(long seconds) {
    clock.behindSeconds = seconds;
  }

  /** As when a deadline was cancelled too late, or fires a second time. */
  public void alsoFires(Instant at, String deadline, int turn, String key, String value) {
    deadlines.schedule(
        at, deadline, turn, new SagaScopeDescriptor(saga.getSimpleName(), id(key, value)));
  }

  /** What was armed and neither fired nor was cancelled. */
  public List<Instant> armed() {
    return deadlines.getScheduledDeadlines().stream()
        .map(ScheduledDeadlineInfo::getScheduleTime)
        .toList();
  }

  public List<Object> sent() {
    return fixture.getCommandBus().getDispatchedCommands().stream()
        .<Object>map(Message::getPayload)
        .toList();
  }

  public int sagas() {
    return store.size();
  }

  /** As when all that fired does so again, because the node died before it could say so. */
  public void firesAgain() {
    for (ScheduledDeadlineInfo met : List.copyOf(deadlines.getTriggeredDeadlines())) {
      deadlines.schedule(
          fixture.currentTime(),
          met.getDeadlineName(),
          met.deadlineMessage().getPayload(),
          met.getDeadlineScope());
    }
    fixture.andThenTimeElapses(Duration.ZERO);
  }

  /** As when every node was stopped and started: what is left of a saga is what was stored. */
  public void restarts() {
    Map<String, ?> stored = field(InMemorySagaStore.class, store, "managedSagas");
    for (String id : Set.copyOf(stored.keySet())) {
      SagaStore.Entry<T> entry = store.loadSaga(saga, id);
      store.insertSaga(saga, id, storedAndLoaded(entry.saga()), entry.associationValues());
    }
  }

  public T stored(String key, String value) {
    return store.loadSaga(saga, id(key, value)).saga();
  }

  /** The saga as the saga store writes and reads it. */
  public static <S> S storedAndLoaded(S saga) {
    Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    return serializer.deserialize(serializer.serialize(saga, byte[].class));
  }

  private String id(String key, String value) {
    Set<String> found = store.findSagas(saga, new AssociationValue(key, value));
    return found.iterator().next();
  }

  private <F> F kept(String field) {
    return field(SagaTestFixture.class, fixture, field);
  }

  private static <F> F field(Class<?> type, Object of, String field) {
    try {
      return ReflectionUtils.getFieldValue(type.getDeclaredField(field), of);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }
}
