package za.lexohub.eventstore.tracing;

import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.SpanScope;

/**
 * Spans of which only those end that have begun. Axon makes the span of an append with the first
 * event that a command applies, begins it before the append, and ends it with the command: one that
 * is refused after it has applied something ends a span that never began, and each would be
 * reported with a stack trace as a fault of Axon's. Such a span has nothing to tell and is left
 * out.
 */
final class UnbegunSpans implements SpanFactory {

  private final SpanFactory spans;

  UnbegunSpans(SpanFactory spans) {
    this.spans = spans;
  }

  @Override
  public Span createInternalSpan(Supplier<String> operationNameSupplier) {
    return new Begun(spans.createInternalSpan(operationNameSupplier));
  }

  @Override
  public Span createInternalSpan(Supplier<String> operationNameSupplier, Message<?> message) {
    return spans.createInternalSpan(operationNameSupplier, message);
  }

  @Override
  public Span createRootTrace(Supplier<String> operationNameSupplier) {
    return spans.createRootTrace(operationNameSupplier);
  }

  @Override
  public Span createHandlerSpan(
      Supplier<String> operationNameSupplier,
      Message<?> parentMessage,
      boolean isChildTrace,
      Message<?>... linkedParents) {
    return spans.createHandlerSpan(
        operationNameSupplier, parentMessage, isChildTrace, linkedParents);
  }

  @Override
  public Span createDispatchSpan(
      Supplier<String> operationNameSupplier,
      Message<?> parentMessage,
      Message<?>... linkedSiblings) {
    return spans.createDispatchSpan(operationNameSupplier, parentMessage, linkedSiblings);
  }

  @Override
  public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
    spans.registerSpanAttributeProvider(provider);
  }

  @Override
  public <M extends Message<?>> M propagateContext(M message) {
    return spans.propagateContext(message);
  }

  /** For the thread of its unit of work, as the one within. */
  private static final class Begun implements Span {

    private final Span span;
    private boolean begun;

    Begun(Span span) {
      this.span = span;
    }

    @Override
    public Span start() {
      begun = true;
      span.start();
      return this;
    }

    @Override
    public SpanScope makeCurrent() {
      return span.makeCurrent();
    }

    @Override
    public void end() {
      if (begun) {
        span.end();
      }
    }

    @Override
    public Span recordException(Throwable t) {
      span.recordException(t);
      return this;
    }

    @Override
    public Span addAttribute(String key, String value) {
      span.addAttribute(key, value);
      return this;
    }
  }
}
