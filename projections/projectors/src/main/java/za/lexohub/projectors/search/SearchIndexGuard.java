package za.lexohub.projectors.search;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreUnavailable;

/**
 * Sees to it that every search index is there and complete.
 *
 * <p>An index whose projector has read nothing yet is created. One that is gone (or of an older
 * mapping) although its projector has read on is <em>rebuilt</em>: an empty one in its place would
 * answer as if the past had never been. To rebuild, the projector's processor is stopped, reset and
 * started again. Where several nodes run it each does the same; the processors stay stopped until
 * one of the nodes has got hold of all segments and the index is back, which the others see at
 * their next look.
 *
 * <p>While OpenSearch is down nothing happens: the application starts and goes on without it.
 */
class SearchIndexGuard
    implements InitializingBean, SmartLifecycle, ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndexGuard.class);

  private final SearchIndexes indexes;
  private final EventProcessingConfiguration processing;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final Duration interval;

  /** The groups whose processors were stopped here, and by nobody else. */
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  private @Nullable ScheduledExecutorService clock;

  SearchIndexGuard(
      SearchIndexes indexes,
      EventProcessingConfiguration processing,
      TokenStore tokens,
      TransactionManager transactions,
      Duration interval) {
    this.indexes = indexes;
    this.processing = processing;
    this.tokens = tokens;
    this.transactions = transactions;
    this.interval = interval;
  }

  /** Before anything is started, so that the processors of a first start find their indexes. */
  @Override
  public void afterPropertiesSet() {
    for (SearchIndex index : SearchIndex.values()) {
      quietly(index, () -> createUnlessRead(index));
    }
  }

  @Override
  public synchronized void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("search-index-guard").factory());
    clock.scheduleWithFixedDelay(
        this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return clock != null;
  }

  /** Before the processors are stopped, so that none is started again after its end. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    stop();
  }

  /** One look at all indexes. */
  void look() {
    for (SearchIndex index : SearchIndex.values()) {
      quietly(index, () -> look(index));
    }
  }

  private void look(SearchIndex index) {
    String group = index.group();
    if (indexes.state(index) == SearchIndexes.State.CURRENT) {
      if (stopped.remove(group)) {
        processor(group).start();
      }
    } else if (!createUnlessRead(index)) {
      rebuild(index, group);
    }
  }

  /** Whether the index is there now; it is not when its projector has read on without it. */
  private boolean createUnlessRead(SearchIndex index) {
    String group = index.group();
    int[] segments = transactions.fetchInTransaction(() -> tokens.fetchSegments(group));
    if (segments.length > 0) {
      return indexes.state(index) == SearchIndexes.State.CURRENT;
    }
    indexes.createIfMissing(index);
    return indexes.state(index) == SearchIndexes.State.CURRENT;
  }

  private void rebuild(SearchIndex index, String group) {
    StreamingEventProcessor processor = processor(group);
    if (processor.isRunning()) {
      LOG.warn("The search index {} is missing or outdated and will be rebuilt", index.alias());
      processor.shutDown();
      stopped.add(group);
    }
    if (!stopped.contains(group)) {
      return; // Somebody stopped it on purpose, and starts it again when he wants it rebuilt.
    }
    try {
      processor.resetTokens();
    } catch (UnableToClaimTokenException e) {
      LOG.info("Another node still works on {}; the rebuild waits for it", index.alias());
      return;
    }
    stopped.remove(group);
    processor.start();
    LOG.info("The search index {} is being rebuilt", index.alias());
  }

  private StreamingEventProcessor processor(String group) {
    return processing
        .eventProcessor(group, StreamingEventProcessor.class)
        .orElseThrow(() -> new IllegalStateException("no streaming processor for " + group));
  }

  private static void quietly(SearchIndex index, Runnable look) {
    try {
      look.run();
    } catch (SearchStoreUnavailable e) {
      LOG.warn("The search index {} cannot be looked after now: {}", index.alias(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The search index {} cannot be looked after", index.alias(), e);
    }
  }
}
