package za.lexohub.processes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
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
    try {
      return ReflectionUtils.getFieldValue(SagaTestFixture.class.getDeclaredField(field), fixture);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }
}
