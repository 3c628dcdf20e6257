package za.lexohub.projectors.asone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import za.lexohub.eventstore.FailurePolicy;
import za.lexohub.readmodels.together.Together;

/** Axon's own processor, a handler that keeps its writes back, and a store that refuses some. */
class AppliedAsOneTest {

  private static final String GROUP = "things";
  private static final int THINGS = 20;
  private static final int LAST = THINGS - 1;

  private final List<String> transactions = new CopyOnWriteArrayList<>();
  private final DataSource dataSource = recording();
  private final SequencedDeadLetterQueue<EventMessage<?>> parked =
      InMemorySequencedDeadLetterQueue.defaultQueue();
  private final List<Boolean> told = new CopyOnWriteArrayList<>();
  private final Things things = new Things();
  private Configuration axon;

  @AfterEach
  void stop() {
    axon.shutdown();
  }

  @Test
  void a_batch_in_which_nothing_fails_is_written_once_under_one_savepoint() {
    start();
    await().until(() -> things.written.size() == 2 * THINGS);
    assertThat(largest()).isGreaterThan(THINGS);
    assertThat(things.heard).isEqualTo(2 * THINGS);
    assertThat(parked.amountOfSequences()).isZero();
    assertThat(transactions).contains("savepoint").doesNotContain("back");
    await().until(() -> told.contains(true));
    assertThat(told).doesNotContain(false);
  }

  @Test
  void what_a_handler_cannot_take_parks_its_own_sequence_and_all_others_are_applied() {
    things.refusedByHandler.add(text(7, 0));
    start();
    awaitAllBut(7);
    assertThat(transactions).contains("back");
    assertThat(told).contains(false);
  }

  @Test
  void what_the_store_refuses_parks_its_own_sequence_and_all_others_are_applied() {
    things.refusedByStore.add(text(LAST, 0));
    start();
    awaitAllBut(LAST);
    assertThat(transactions).contains("back");
  }

  @Test
  void several_that_fail_in_one_batch_are_parked_each_with_its_own() {
    things.refusedByStore.add(text(3, 1));
    things.refusedByHandler.add(text(5, 0));
    start();
    await().until(() -> parked.amountOfSequences() == 2);
    await().until(() -> things.written.size() == 2 * THINGS - 3);
    assertThat(things.written).contains(text(3, 0)).doesNotContain(text(3, 1), text(5, 1));
    assertThat(parked.sequenceSize("thing-3")).isOne();
    assertThat(parked.sequenceSize("thing-5")).isEqualTo(2);
  }

  @Test
  void a_store_that_is_away_parks_nothing_and_has_everything_when_it_is_back() {
    things.away = true;
    start();
    await().until(() -> things.refusals > 1);
    assertThat(parked.amountOfSequences()).isZero();
    things.away = false;
    await().until(() -> new HashSet<>(things.written).size() == 2 * THINGS);
    assertThat(parked.amountOfSequences()).isZero();
  }

  private int largest() {
    return things.writes.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private void awaitAllBut(int number) {
    await().until(() -> parked.sequenceSize("thing-" + number) == 2);
    await().until(() -> things.written.size() == 2 * THINGS - 2);
    assertThat(parked.amountOfSequences()).isOne();
    assertThat(things.written).doesNotContain(text(number, 0), text(number, 1));
  }

  private static String text(int thing, int sequence) {
    return "thing-" + thing + "/" + sequence;
  }

  private void start() {
    var configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureTransactionManager(
                c -> new SpringTransactionManager(new DataSourceTransactionManager(dataSource)))
            .configureEventStore(
                c ->
                    EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build());
    configurer.eventProcessing(
        processing ->
            processing
                .usingPooledStreamingEventProcessors()
                .registerTokenStore(c -> new InMemoryTokenStore())
                .registerDefaultListenerInvocationErrorHandler(
                    c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessorConfiguration(
                    (c, processor) -> processor.batchSize(1_000).initialSegmentCount(1))
                .registerDefaultDeadLetterPolicy(c -> new FailurePolicy(List.of()))
                .registerDeadLetterQueue(GROUP, c -> parked)
                .registerHandlerInterceptor(
                    GROUP,
                    c ->
                        new AppliedAsOne(
                            dataSource,
                            () ->
                                c.eventProcessingConfiguration()
                                    .eventProcessor(GROUP, PooledStreamingEventProcessor.class)
                                    .orElseThrow(),
                            () -> c.eventProcessingConfiguration().tokenStore(GROUP),
                            told::add))
                .registerEventHandler(c -> things));
    axon = configurer.buildConfiguration();
    for (int sequence = 0; sequence < 2; sequence++) {
      int next = sequence;
      axon.eventStore()
          .publish(
              IntStream.range(0, THINGS)
                  .mapToObj(
                      thing ->
                          new GenericDomainEventMessage<>(
                              "Thing", "thing-" + thing, next, new Said(text(thing, next))))
                  .toList());
    }
    axon.start();
  }

  record Said(String text) {}

  /** What is kept back goes into the store in one piece, or not at all. */
  @ProcessingGroup(GROUP)
  private static final class Things {

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private final Set<String> refusedByHandler = new HashSet<>();
    private final Set<String> refusedByStore = new HashSet<>();
    private volatile boolean away;
    private volatile int refusals;
    private volatile int heard;

    @EventHandler
    void on(Said said, @MessageIdentifier String id) {
      heard = heard + 1;
      if (refusedByHandler.contains(said.text)) {
        throw new IllegalStateException("cannot be taken");
      }
      Together together = Together.current();
      if (together == null) {
        write(List.of(said.text));
      } else {
        together.part(Kept.class, this, () -> new Kept(this)).texts.add(said.text);
      }
    }

    private void write(List<String> texts) {
      if (away) {
        refusals = refusals + 1;
        throw new UncheckedIOException(new IOException("nobody there"));
      }
      if (texts.stream().anyMatch(refusedByStore::contains)) {
        throw new IllegalStateException("refused");
      }
      written.addAll(texts);
      writes.add(texts.size());
    }
  }

  private record Kept(Things things, List<String> texts) implements Together.Part {

    Kept(Things things) {
      this(things, new ArrayList<>());
    }

    @Override
    public void write() {
      List<String> all = List.copyOf(texts);
      texts.clear();
      if (!all.isEmpty()) {
        things.write(all);
      }
    }
  }

  /** Knows nothing but savepoints. */
  private DataSource recording() {
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  switch (method.getName()) {
                    case "setSavepoint" -> {
                      transactions.add("savepoint");
                      return Proxy.newProxyInstance(
                          getClass().getClassLoader(),
                          new Class<?>[] {Savepoint.class},
                          (savepoint, asked, with) -> null);
                    }
                    case "rollback" -> transactions.add(arguments == null ? "rollback" : "back");
                    case "getAutoCommit" -> {
                      return true;
                    }
                    default -> {}
                  }
                  Class<?> type = method.getReturnType();
                  return type == boolean.class ? false : type == int.class ? (Object) 0 : null;
                });
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getConnection" -> connection;
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> null;
                });
  }
}
