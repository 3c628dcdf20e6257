package za.lexohub.projectors.rebuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.processing.AsOne;
import za.lexohub.messages.processing.Failure;
import za.lexohub.messages.processing.PromptThreads;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.projectors.asone.AppliedAsOne;
import za.lexohub.projectors.position.Pace;
import za.lexohub.projectors.stamp.Positions;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.SegmentProgress;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Rebuild.Beside;
import za.lexohub.readmodels.rebuild.Rebuild.Cause;

/**
 * Fills a version beside, and keeps it up, on this node: a processor with tokens of its own, which
 * its claims share out among the nodes. It has no dead-letter queue: what it cannot apply is the
 * end of the version, because nothing that lacks an event may ever be read.
 */
final class Filling {

  private static final long CLAIM_MILLIS = 1000;

  private final String name;
  private final Rebuild rebuild;
  private final Beside beside;
  private final Workshop workshop;
  private final ScheduledExecutorService threads;
  private final PooledStreamingEventProcessor processor;
  private final Map<Integer, Told> told = new HashMap<>();
  private volatile @Nullable Cause poison;

  /** What was said of a segment last. */
  private record Told(Pace pace, long position, double rate) {}

  Filling(SqlReadModel model, Rebuild rebuild, Beside beside, Workshop workshop) {
    this.name = beside.processor(rebuild.group());
    this.rebuild = rebuild;
    this.beside = beside;
    this.workshop = workshop;
    this.threads =
        new PromptThreads(
            rebuild.segments() + 1, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    List<Object> projectors = model.projectors().apply(workshop.scope().in(beside.schema()));
    this.processor =
        PooledStreamingEventProcessor.builder()
            .name(name)
            .eventHandlerInvoker(
                new InEverySegment(
                    SimpleEventHandlerInvoker.builder()
                        .eventHandlers(projectors)
                        .listenerInvocationErrorHandler(
                            (failure, event, handler) -> met(failure, event))))
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(workshop.log().get())
            .tokenStore(workshop.tokens().get())
            .transactionManager(workshop.transactions().get())
            .coordinatorExecutor(threads)
            .workerExecutor(threads)
            .initialSegmentCount(rebuild.segments())
            .initialToken(StreamableMessageSource::createTailToken)
            .tokenClaimInterval(CLAIM_MILLIS)
            .batchSize(workshop.batchSize())
            .enableCoordinatorClaimExtension()
            .build();
    processor.registerHandlerInterceptor(
        new AppliedAsOne(workshop.dataSource(), this::processor, workshop.tokens()));
  }

  void start() {
    processor.start();
  }

  /** When it returns nothing is written any more. */
  void stop() {
    processor.shutDown();
    threads.shutdownNow();
  }

  /** Whether it does what is to be done for this rebuild now. */
  boolean isOf(Rebuild now) {
    return now.version() == rebuild.version() && now.state().beside() == beside;
  }

  Rebuild rebuild() {
    return rebuild;
  }

  /** The event that cannot be applied. */
  Optional<Cause> poison() {
    return Optional.ofNullable(poison);
  }

  /** Tells how far the segments that run here have come. Called by one thread. */
  void tell(PublishedPositions published) {
    long now = System.nanoTime();
    processor
        .processingStatus()
        .forEach(
            (segment, status) -> {
              long position = status.getCurrentPosition().orElse(AppliedPositions.NOTHING);
              Told last = told.get(segment);
              Pace pace = last == null ? new Pace(position, now) : last.pace;
              double rate = pace.at(position, now);
              if (last == null || last.position != position || last.rate != rate) {
                published.publish(
                    name, new SegmentProgress(segment, position, rate, false, "READ_MODEL"));
                told.put(segment, new Told(pace, position, rate));
              }
            });
  }

  private PooledStreamingEventProcessor processor() {
    return processor;
  }

  private void met(Exception failure, EventMessage<?> event) throws Exception {
    if (AsOne.isTried()) {
      throw new AsOne.Failed(failure);
    }
    if (poison == null && !workshop.mayPass(failure)) {
      Failure shown = Failure.of(failure);
      EventType type = event.getPayloadType().getAnnotation(EventType.class);
      poison =
          new Cause(
              Math.max(AppliedPositions.NOTHING, Positions.of(event)),
              type == null ? null : type.value(),
              shown.type(),
              event instanceof DomainEventMessage<?> domain
                  ? domain.getAggregateIdentifier() + ": " + shown.message()
                  : shown.message());
    }
    throw failure;
  }
}
