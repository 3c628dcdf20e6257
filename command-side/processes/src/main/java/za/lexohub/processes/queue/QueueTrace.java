package za.lexohub.processes.queue;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import za.lexohub.messages.MetadataKeys;

/**
 * Carries the trace over a queue, as the message attribute {@code traceparent}, and the tenant
 * beside it, for the logs. The calls of SQS, S3 and SMTP have no spans of their own: the message's
 * span holds them all.
 */
final class QueueTrace {

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  /** Of a message the parent alone is read: whatever else came with it is not ours. */
  private static final TextMapGetter<Message> PARENT =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Message message) {
          return List.of(MetadataKeys.TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable Message message, String key) {
          return message != null && key.equals(MetadataKeys.TRACEPARENT)
              ? text(message, MetadataKeys.TRACEPARENT)
              : null;
        }
      };

  private final Tracer tracer;

  /** What the message asks for. */
  interface Work {
    void run() throws Exception;
  }

  QueueTrace(OpenTelemetry traces) {
    this.tracer = traces.getTracer("za.lexohub.queue");
  }

  /** The attributes of every message that a consumer asks for. */
  static List<String> attributes() {
    return List.of(MetadataKeys.CORRELATION_ID, MetadataKeys.TRACEPARENT, MetadataKeys.TENANT);
  }

  /** What a message that is put on a queue now carries of where it comes from. */
  static Map<String, String> origin() {
    Map<String, String> origin = new HashMap<>();
    MetaData event =
        CurrentUnitOfWork.map(unit -> unit.getMessage().getMetaData())
            .orElseGet(MetaData::emptyInstance);
    for (String key : List.of(MetadataKeys.TENANT, MetadataKeys.TRACEPARENT)) {
      if (event.get(key) instanceof String value) {
        origin.put(key, value);
      }
    }
    current().ifPresent(parent -> origin.put(MetadataKeys.TRACEPARENT, parent));
    return origin;
  }

  /** The context in which this thread works; empty where it comes from nowhere. */
  static Optional<String> current() {
    Map<String, String> carrier = new HashMap<>();
    W3C.inject(Context.current(), carrier, (map, key, value) -> carrier.put(key, value));
    return Optional.ofNullable(carrier.get(MetadataKeys.TRACEPARENT));
  }

  /**
   * Works inside the message's trace. Where nothing is traced the message's own context holds, so
   * that what is recorded still belongs to the request that led to it.
   */
  void during(String consumer, Message message, Work work) throws Exception {
    Span span =
        tracer
            .spanBuilder(consumer + " process")
            .setParent(W3C.extract(Context.root(), message, PARENT))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.system", "aws_sqs")
            .setAttribute("messaging.message.id", message.messageId())
            .startSpan();
    log("correlationId", text(message, MetadataKeys.CORRELATION_ID));
    log("tenant", text(message, MetadataKeys.TENANT));
    if (span.getSpanContext().isValid()) {
      log("traceId", span.getSpanContext().getTraceId());
      log("spanId", span.getSpanContext().getSpanId());
    }
    Scope current = span.makeCurrent();
    try {
      work.run();
    } catch (Throwable e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      current.close();
      span.end();
    }
  }

  private static void log(String key, @Nullable String value) {
    if (value != null) {
      // The thread is the message's alone and ends with it.
      MDC.put(key, value);
    }
  }

  private static @Nullable String text(Message message, String attribute) {
    MessageAttributeValue value = message.messageAttributes().get(attribute);
    return value == null ? null : value.stringValue();
  }
}
