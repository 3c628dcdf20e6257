package za.lexohub.eventstore.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import za.lexohub.messages.MetadataKeys;

/**
 * Gives every log line that is written while a command or an event is handled the ids under which
 * it can be found again: {@code tenant}, {@code correlationId}, {@code traceId}, {@code spanId}.
 */
public final class MessageLogIds implements MessageHandlerInterceptor<Message<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain) throws Exception {
    Map<String, @Nullable String> before = new HashMap<>();
    of(unitOfWork.getMessage().getMetaData())
        .forEach(
            (key, value) -> {
              before.put(key, MDC.get(key));
              MDC.put(key, value);
            });
    try {
      return chain.proceed();
    } finally {
      before.forEach(MessageLogIds::putBack);
    }
  }

  private static void putBack(String key, @Nullable String value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }

  private static Map<String, String> of(MetaData metaData) {
    Map<String, String> ids = new HashMap<>();
    if (metaData.get(MetadataKeys.TENANT) instanceof String tenant) {
      ids.put("tenant", tenant);
    }
    if (metaData.get(MetadataKeys.CORRELATION_ID) instanceof String correlation) {
      ids.put("correlationId", correlation);
    }
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      ids.put("traceId", span.getTraceId());
      ids.put("spanId", span.getSpanId());
    } else if (metaData.get(MetadataKeys.TRACEPARENT) instanceof String parent
        && parent.length() == 55) {
      ids.put("traceId", parent.substring(3, 35));
    }
    return ids;
  }
}
