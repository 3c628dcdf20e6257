package za.lexohub.projectors.asone;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.processing.AsOne;
import za.lexohub.messages.processing.Failure;
import za.lexohub.readmodels.together.Together;

/**
 * Applies the events of a batch as one: what their handlers write is kept back and goes to the
 * stores after the last of them, in the transaction that stores the token. When anything of it
 * fails, all of it is taken back, and each event is applied by itself in the same transaction, with
 * a savepoint of its own: whatever cannot be applied is parked with its sequence, and everything
 * else of the batch is applied.
 *
 * <p>Handlers may therefore hear an event twice, as they may at any time. An event that comes alone
 * is applied by itself at once.
 */
public final class AppliedAsOne implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(AppliedAsOne.class);
  private static final String ATTEMPT = AppliedAsOne.class.getName();

  private final DataSource dataSource;
  private final Supplier<PooledStreamingEventProcessor> processor;
  private final Supplier<TokenStore> tokens;
  private final Consumer<Boolean> told;

  /**
   * @param dataSource whose transaction the processor's batches are
   * @param processor first asked when a batch comes
   * @param tokens the processor's, first asked when a batch comes
   */
  public AppliedAsOne(
      DataSource dataSource,
      Supplier<PooledStreamingEventProcessor> processor,
      Supplier<TokenStore> tokens) {
    this(dataSource, processor, tokens, wasOne -> {});
  }

  /**
   * @param told of each batch of several events whether it was written as one
   */
  AppliedAsOne(
      DataSource dataSource,
      Supplier<PooledStreamingEventProcessor> processor,
      Supplier<TokenStore> tokens,
      Consumer<Boolean> told) {
    this.dataSource = dataSource;
    this.processor = processor;
    this.tokens = tokens;
    this.told = told;
  }

  @Override
  public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
      throws Exception {
    Attempt attempt = attempt(work);
    if (attempt == null || attempt.isOver()) {
      return chain.proceed();
    }
    Exception failure;
    try {
      Object result = chain.proceed();
      failure = attempt.heard();
      if (failure == null) {
        return result;
      }
    } catch (AsOne.Failed e) {
      failure = e;
    }
    LOG.info(
        "{} applies {} events one by one, because one of them fails: {}",
        processor.get().getName(),
        attempt.events.size(),
        Failure.of(failure).message());
    attempt.oneByOne();
    return null;
  }

  /**
   * @throws IllegalStateException when the batch is not in a transaction of the data source: then
   *     the processor is wired wrongly, and nobody would notice anything but its slowness
   */
  private @Nullable Attempt attempt(UnitOfWork<? extends EventMessage<?>> work)
      throws SQLException {
    Attempt known = work.getResource(ATTEMPT);
    if (known != null || !(work instanceof BatchingUnitOfWork<? extends EventMessage<?>> batch)) {
      return known;
    }
    List<? extends EventMessage<?>> events = batch.getMessages();
    if (events.size() == 1) {
      return null;
    }
    Attempt attempt = new Attempt(work, events, Together.begin(dataSource));
    work.resources().put(ATTEMPT, attempt);
    work.onCleanup(ended -> attempt.end());
    AsOne.begin(work);
    return attempt;
  }

  private final class Attempt {

    private final UnitOfWork<?> work;
    private final List<? extends EventMessage<?>> events;
    private @Nullable Together together;
    private int heard;

    Attempt(UnitOfWork<?> work, List<? extends EventMessage<?>> events, Together together) {
      this.work = work;
      this.events = events;
      this.together = together;
    }

    boolean isOver() {
      return together == null;
    }

    /** One more event. The last one has everything written; what that fails with is returned. */
    @Nullable Exception heard() {
      heard++;
      if (heard == events.size() && together != null) {
        try {
          together.write();
          end();
          told.accept(true);
        } catch (RuntimeException e) {
          return e;
        }
      }
      return null;
    }

    void end() {
      AsOne.end(work);
      if (together != null) {
        together.end();
        together = null;
      }
    }

    /** The events so far, from the first, each as if it had come alone. */
    void oneByOne() throws Exception {
      told.accept(false);
      Together failed = together;
      end();
      if (failed != null) {
        failed.undo();
      }
      PooledStreamingEventProcessor all = processor.get();
      Segment segment = segment(all);
      int last = Math.min(heard, events.size() - 1);
      for (EventMessage<?> event : events.subList(0, last + 1)) {
        ((AbstractEventProcessor) all).eventHandlerInvoker().handle(event, segment);
      }
    }

    /** Asked of the store, because a processor says nothing of a segment before its first batch. */
    private Segment segment(PooledStreamingEventProcessor all) {
      String name = all.getName();
      if (work.resources().get("Processor[" + name + "]/SegmentId") instanceof Integer id) {
        return Segment.computeSegment(id, tokens.get().fetchSegments(name));
      }
      throw new IllegalStateException("a batch of " + name + " is of no segment");
    }
  }
}
