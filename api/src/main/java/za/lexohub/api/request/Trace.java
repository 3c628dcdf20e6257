package za.lexohub.api.request;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids under which a request can be found again. What the caller gave is kept when it is
 * well-formed; anything else is replaced, never refused.
 *
 * @param correlationId {@code X-Correlation-Id}
 * @param traceparent W3C trace context
 */
public record Trace(String correlationId, String traceparent) {
  public static final String CORRELATION_HEADER = "X-Correlation-Id";

  private static final String ATTRIBUTE = Trace.class.getName();
  private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** The same for the whole request, errors included. */
  public static Trace of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Trace trace) {
      return trace;
    }
    Trace trace =
        new Trace(
            given(request.getHeader(CORRELATION_HEADER), CORRELATION)
                .orElseGet(() -> UUID.randomUUID().toString()),
            current().or(() -> given(request)).orElseGet(Trace::start));
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }

  /** What the request continues: the caller's trace, or none. */
  static Context parent(HttpServletRequest request) {
    return given(request)
        .map(
            it ->
                SpanContext.createFromRemoteParent(
                    it.substring(3, 35),
                    it.substring(36, 52),
                    TraceFlags.fromHex(it, 53),
                    TraceState.getDefault()))
        .map(caller -> Context.root().with(Span.wrap(caller)))
        .orElseGet(Context::root);
  }

  /** The path that the client asked, also while the container shows its error page. */
  public static String path(HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return original instanceof String path ? path : request.getRequestURI();
  }

  public String traceId() {
    return traceparent.substring(3, 35);
  }

  /** The span that the request has of ours, where it is traced. */
  private static Optional<String> current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? Optional.of(
            "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex())
        : Optional.empty();
  }

  private static Optional<String> given(HttpServletRequest request) {
    return given(request.getHeader("traceparent"), TRACEPARENT);
  }

  private static Optional<String> given(@Nullable String value, Pattern shape) {
    return Optional.ofNullable(value).filter(v -> shape.matcher(v).matches());
  }

  private static String start() {
    UUID trace = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(trace.getMostSignificantBits())
        + hex.toHexDigits(trace.getLeastSignificantBits())
        + "-"
        + hex.toHexDigits(ThreadLocalRandom.current().nextLong() | 1)
        + "-01";
  }
}
