package za.lexohub.projectors.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.position.PublishedPositions;

/** When Axon's own processors say that they have applied something. */
class AxonAppliedPositionsIT {

  private static TestStores stores;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final Numbers numbers = new Numbers();
  private final PublishedPositions published = new PublishedPositions(stores.jdbc);
  private final TokenStore tokens = new InMemoryTokenStore();
  private Configuration node;
  private AxonAppliedPositions positions;

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @AfterEach
  void stop() {
    numbers.go.countDown();
    node.shutdown();
    threads.shutdownNow();
    published.forget("numbers");
  }

  @Test
  void events_that_concern_nobody_count_as_applied() {
    start(1);
    publish("ignored", "ignored", "ignored");
    long head = positions.recordedThrough();
    assertThat(head).isGreaterThan(0);
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(head));
    publish(1, "ignored");
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(positions.recordedThrough()));
    assertThat(positions.recordedThrough()).isEqualTo(head + 2);
  }

  @Test
  void an_event_that_is_being_handled_is_not_applied() throws Exception {
    start(1);
    publish("ignored");
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(positions.recordedThrough()));
    long before = applied();
    publish(Numbers.SLOW);
    assertThat(numbers.busy.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(applied()).isEqualTo(before);
    numbers.go.countDown();
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(before + 1));
  }

  @Test
  void the_lowest_of_several_segments_counts() throws Exception {
    start(4);
    publish(1, 2, 3, "ignored");
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(positions.recordedThrough()));
    long before = applied();
    publish(Numbers.SLOW, 1, 2, 3, "ignored");
    assertThat(numbers.busy.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(applied()).isEqualTo(before);
    numbers.go.countDown();
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(before + 5));
  }

  @Test
  void what_another_node_runs_is_known_by_what_it_published() {
    start(2);
    publish(1, 2);
    await().untilAsserted(() -> assertThat(applied()).isEqualTo(positions.recordedThrough()));
    PositionPublisher publisher =
        new PositionPublisher(positions, published, group -> "READ_MODEL");
    // A node that answers queries only: it knows no processor of this group.
    Configurer queriesOnly =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine());
    queriesOnly.eventProcessing();
    Configuration queries = queriesOnly.start();
    AxonAppliedPositions elsewhere =
        new AxonAppliedPositions(
            queries::eventProcessingConfiguration, node::eventStore, () -> tokens, published);
    assertThat(elsewhere.appliedThrough("numbers")).isEqualTo(0);
    publisher.publish();
    assertThat(elsewhere.appliedThrough("numbers")).isEqualTo(applied());
    published.forget("numbers");
    assertThat(elsewhere.appliedThrough("numbers")).isEqualTo(0);
    queries.shutdown();
  }

  @Test
  void how_far_a_group_had_come_when_it_began_anew_is_its_floor() {
    start(2);
    assertThat(positions.floor("anew")).isEqualTo(0);
    published.forget("anew");
    assertThat(positions.floor("anew")).isEqualTo(0);

    published.publish("anew", 0, 7);
    published.publish("anew", 1, 9);
    assertThat(positions.floor("anew")).isEqualTo(0);
    published.forget("anew");
    assertThat(positions.floor("anew")).isEqualTo(9);
    assertThat(published.of("anew")).isEmpty();
    assertThat(positions.floor("numbers")).isEqualTo(0);

    // Begun anew again before it was there again: it still lacks what it had shown the first time.
    published.publish("anew", 0, 3);
    published.forget("anew");
    assertThat(positions.floor("anew")).isEqualTo(9);
    published.publish("anew", 0, 12);
    assertThat(published.of("anew")).containsOnly(Map.entry(0, 12L));
    published.forget("anew");
    assertThat(positions.floor("anew")).isEqualTo(12);
    assertThat(positions.beginnings("anew")).isEqualTo(4);
    assertThat(positions.beginnings("nobody")).isEqualTo(0);
  }

  @Test
  void a_group_that_never_ran_has_applied_nothing() {
    start(1);
    publish(1);
    assertThat(positions.appliedThrough("nobody")).isEqualTo(0);
  }

  private long applied() {
    return positions.appliedThrough("numbers");
  }

  private void start(int segments) {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine(1));
    configurer.eventProcessing(
        module ->
            module
                .usingPooledStreamingEventProcessors()
                .registerTokenStore(c -> tokens)
                .registerDefaultListenerInvocationErrorHandler(
                    c -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessorConfiguration(
                    (c, builder) ->
                        builder
                            .initialSegmentCount(segments)
                            .batchSize(1)
                            .workerExecutor(threads)
                            .coordinatorExecutor(threads))
                .registerEventHandler(c -> numbers));
    node = configurer.start();
    positions =
        new AxonAppliedPositions(
            node::eventProcessingConfiguration, node::eventStore, () -> tokens, published);
  }

  private void publish(Object... payloads) {
    for (Object payload : payloads) {
      node.eventStore().publish(GenericEventMessage.asEventMessage(payload));
    }
  }

  @ProcessingGroup("numbers")
  static final class Numbers {

    static final Integer SLOW = -1;
    final CountDownLatch busy = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    @EventHandler
    void on(Integer number) throws InterruptedException {
      if (number.equals(SLOW)) {
        busy.countDown();
        assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
