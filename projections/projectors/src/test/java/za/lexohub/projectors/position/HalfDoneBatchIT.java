package za.lexohub.projectors.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.workflowcounts.WorkflowCountsProjector;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;

/**
 * A node dies when its projectors have done what an event says and before their token is stored:
 * nobody is told that it was applied, and the next node does it once.
 */
class HalfDoneBatchIT {

  private static final List<String> GROUPS =
      List.of(ReadModelGroups.MATTERS, ReadModelGroups.WORKFLOW_COUNTS);

  private final TestStores stores = TestStores.open();
  private final Story story = new Story();
  private final PublishedPositions published = new PublishedPositions(stores.jdbc);
  private final WorkflowCountsCache counts =
      new WorkflowCountsCache(stores.redis, Clock.systemUTC());
  private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine(1);
  private final Tokens tokens = new Tokens();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private Configuration node;
  private AxonAppliedPositions positions;

  @AfterEach
  void stop() {
    node.shutdown();
    threads.shutdownNow();
    stores.close();
  }

  @Test
  void what_was_done_without_its_token_is_not_applied_and_in_the_end_done_once() {
    start();
    publish(0, story.matterOpened());
    await().until(() -> lowest() == head());
    long before = head();
    assertThat(matter().map(MatterView::status)).contains("ACTIVE");

    tokens.dying = true;
    publish(
        1,
        new MatterPutOnHold(
            story.matterId, story.vault.seal(story.tenant, story.clientId, "waiting")));
    await().until(() -> tokens.late.containsAll(GROUPS));

    // Redis has it already; PostgreSQL has taken it back with the token.
    await().until(() -> active() == 0);
    for (String group : GROUPS) {
      assertThat(positions.appliedThrough(group)).as(group).isLessThanOrEqualTo(before);
    }
    assertThat(matter().map(MatterView::status)).contains("ACTIVE");
    node.shutdown();

    tokens.dying = false;
    start();
    await().until(() -> lowest() == head());
    assertThat(matter().map(MatterView::status)).contains("ON_HOLD");
    assertThat(matter().map(MatterView::version)).contains(2L);
    assertThat(active()).isZero();

    publish(2, new MatterResumed(story.matterId));
    await().until(() -> lowest() == head());
    assertThat(matter().map(MatterView::version)).contains(3L);
    assertThat(active()).isOne();
  }

  private long head() {
    return positions.recordedThrough();
  }

  private long lowest() {
    return GROUPS.stream().mapToLong(positions::appliedThrough).min().orElseThrow();
  }

  private Optional<MatterView> matter() {
    return new MatterViews(stores.scope).find(story.tenant.value(), story.matterId.value());
  }

  /** How many matters stand in the set, whether or not Redis knows that they are all. */
  private long active() {
    return stores.redis.scard("workflow:counts:{" + story.tenant.value() + "}:matters-active");
  }

  private void publish(long sequence, DomainEvent event) {
    node.eventStore()
        .publish(
            new GenericDomainEventMessage<>(
                "Matter",
                story.matterId.toString(),
                sequence,
                event,
                MetaData.with("tenant", story.tenant.value())));
  }

  private void start() {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureTransactionManager(
                c -> new SpringTransactionManager(stores.transactions.getTransactionManager()))
            .configureEmbeddedEventStore(c -> log);
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
                            .initialSegmentCount(2)
                            .workerExecutor(threads)
                            .coordinatorExecutor(threads))
                .registerEventHandler(
                    c ->
                        new MatterProjector(
                            new MatterRows(stores.scope), new OpenedText(story.vault), published))
                .registerEventHandler(c -> new WorkflowCountsProjector(counts, published)));
    node = configurer.start();
    positions =
        new AxonAppliedPositions(
            node::eventProcessingConfiguration, node::eventStore, () -> tokens, published);
  }

  /** Survives the node; what it is given while the node is dying comes too late. */
  private static final class Tokens extends InMemoryTokenStore {

    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private volatile boolean dying;

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
      if (dying) {
        late.add(processor);
        throw new IllegalStateException("the node is dead");
      }
      super.storeToken(token, processor, segment);
    }
  }
}
