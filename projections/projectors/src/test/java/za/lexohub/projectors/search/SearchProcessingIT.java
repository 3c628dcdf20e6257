package za.lexohub.projectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreUnavailable;
import za.lexohub.readmodels.search.SearchWriter;

/** The projector inside Axon's own pooled processor: batches, retries, dead letters, rebuilds. */
class SearchProcessingIT {

  private static final String GROUP = MatterSearchProjector.GROUP;

  private final SearchStore store = new SearchStore();
  private final MemoryVault vault = new MemoryVault();
  private final SequencedDeadLetterQueue<EventMessage<?>> parked =
      InMemorySequencedDeadLetterQueue.defaultQueue();
  private final List<Story> stories =
      IntStream.range(0, 5).mapToObj(i -> new Story(vault)).toList();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private Configuration axon;

  @BeforeEach
  void configure() {
    var configurer = DefaultConfigurer.defaultConfiguration();
    configurer.configureEventStore(
        c -> EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build());
    configurer.eventProcessing(
        processing ->
            processing
                .usingPooledStreamingEventProcessors()
                .registerTokenStore(c -> new InMemoryTokenStore())
                .registerDefaultListenerInvocationErrorHandler(
                    c -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessorConfiguration(
                    (c, processor) -> processor.batchSize(100).initialSegmentCount(1))
                .registerDeadLetterQueue(GROUP, c -> parked)
                .registerErrorHandler(
                    GROUP,
                    c ->
                        failed -> {
                          failures.add(failed.error());
                          PropagatingErrorHandler.instance().handleError(failed);
                        })
                .registerEventHandler(
                    c -> new MatterSearchProjector(store.documents, store.emptied, vault)));
    axon = configurer.buildConfiguration();
  }

  @AfterEach
  void close() throws Exception {
    axon.shutdown();
    vault.unreachable(false);
    for (SearchIndex index : SearchIndex.values()) {
      store.indexes.createIfMissing(index);
    }
    store.close();
  }

  @Test
  void a_batch_of_many_matters_is_in_the_store() {
    publish();
    axon.start();

    stories.forEach(story -> await().until(() -> isClosed(story)));
    assertThat(parked.amountOfSequences()).isZero();
  }

  @Test
  void a_document_refused_for_good_parks_only_its_own_sequence() {
    Story poisoned = stories.get(2);
    // The store already holds this document for somebody else, and will never let it change hands.
    new SearchWriter(store.client)
        .write(
            List.of(
                DocumentChange.of(
                    SearchIndex.MATTERS, poisoned.matterId.toString(), "adv-other", 0, 0)));
    publish();
    axon.start();

    others(poisoned).forEach(story -> await().until(() -> isClosed(story)));
    await().until(() -> parked.sequenceSize(poisoned.matterId.toString()) == 4);
    assertThat(parked.amountOfSequences()).isEqualTo(1);
    assertThat(parked.deadLetterSequence(poisoned.matterId.toString()).iterator().next().cause())
        .hasValueSatisfying(
            cause -> assertThat(cause.message()).contains("belongs to another tenant"));
  }

  @Test
  void a_store_without_its_index_parks_nothing_and_is_written_when_the_index_is_back()
      throws Exception {
    store.delete(SearchIndex.MATTERS);
    publish();
    axon.start();
    await().until(() -> !failures.isEmpty());
    assertThat(failures).hasOnlyElementsOfType(SearchStoreUnavailable.class);
    assertThat(parked.amountOfSequences()).isZero();

    store.indexes.createIfMissing(SearchIndex.MATTERS);
    stories.forEach(story -> await().atMost(Duration.ofSeconds(60)).until(() -> isClosed(story)));
    assertThat(parked.amountOfSequences()).isZero();
  }

  @Test
  void a_vault_that_cannot_be_reached_parks_nothing() {
    vault.unreachable(true);
    publish();
    axon.start();
    await().until(() -> !failures.isEmpty());
    assertThat(failures).hasOnlyElementsOfType(VaultUnavailable.class);
    assertThat(parked.amountOfSequences()).isZero();

    vault.unreachable(false);
    stories.forEach(story -> await().atMost(Duration.ofSeconds(60)).until(() -> isClosed(story)));
    assertThat(parked.amountOfSequences()).isZero();
  }

  @Test
  void a_deleted_index_is_rebuilt_with_all_that_was_in_it() throws Exception {
    SearchIndexGuard guard = guard();
    publish();
    axon.start();
    stories.forEach(story -> await().until(() -> isClosed(story)));

    assertThat(store.forgotten).isEmpty();
    store.delete(SearchIndex.MATTERS);
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              guard.look();
              return store.indexes.state(SearchIndex.MATTERS) == SearchIndexes.State.CURRENT;
            });
    assertThat(store.forgotten).containsExactly(GROUP);
    stories.forEach(story -> await().atMost(Duration.ofSeconds(60)).until(() -> isClosed(story)));
  }

  @Test
  void an_index_that_nothing_was_read_for_is_created_when_the_guard_starts() throws Exception {
    store.delete(SearchIndex.MATTERS);
    SearchIndexGuard guard = guard();
    guard.afterPropertiesSet();

    assertThat(store.client.indices().existsAlias(e -> e.name("matters")).value()).isTrue();
  }

  private SearchIndexGuard guard() {
    EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
    return new SearchIndexGuard(
        store.indexes,
        processing,
        processing.tokenStore(MatterSearchProjector.GROUP),
        processing.transactionManager(MatterSearchProjector.GROUP),
        Duration.ofHours(1));
  }

  private void publish() {
    axon.eventStore().publish(stories.stream().flatMap(SearchProcessingIT::life).toList());
  }

  private static Stream<DomainEventMessage<?>> life(Story story) {
    return SearchStore.messages(
        story.matterId.toString(),
        story,
        story.matterOpened(),
        new MatterPutOnHold(story.matterId, story.note("waiting")),
        new MatterResumed(story.matterId),
        new MatterClosed(story.matterId, LocalDate.of(2026, 5, 1)))
        .stream();
  }

  private boolean isClosed(Story story) {
    Map<String, Object> found = store.found(SearchIndex.MATTERS, story.matterId.toString());
    return found != null
        && "CLOSED".equals(found.get("status"))
        && "Dlamini v Botha".equals(found.get("title"));
  }

  private List<Story> others(Story story) {
    return stories.stream().filter(other -> other != story).toList();
  }
}
