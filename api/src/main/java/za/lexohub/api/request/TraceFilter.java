package za.lexohub.api.request;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every answer its {@code X-Correlation-Id}, every log line of the request too, and, where
 * traces are kept, every request of the API its span. A span names the address by its pattern,
 * because a path may hold the token of a public link.
 */
public final class TraceFilter extends OncePerRequestFilter {
  /** Set once the caller is known. */
  public static final String TENANT = "tenant";

  private static final String CORRELATION_ID = "correlationId";
  private static final String TRACE_ID = "traceId";
  private static final String SPAN_ID = "spanId";

  private final @Nullable Tracer tracer;

  /**
   * @param traces null where nothing is traced, which then costs nothing
   */
  public TraceFilter(@Nullable OpenTelemetry traces) {
    this.tracer = traces == null ? null : traces.getTracer("za.lexohub.api");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (tracer == null || !request.getRequestURI().startsWith("/api/")) {
      identified(request, response, chain);
      return;
    }
    Span span =
        tracer
            .spanBuilder(request.getMethod())
            .setParent(Trace.parent(request))
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", request.getMethod())
            .startSpan();
    Scope current = span.makeCurrent();
    try {
      MDC.put(SPAN_ID, span.getSpanContext().getSpanId());
      identified(request, response, chain);
      answered(span, request, response.getStatus());
    } catch (Throwable e) {
      answered(span, request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      throw e;
    } finally {
      MDC.remove(SPAN_ID);
      current.close();
      span.end();
    }
  }

  private static void answered(Span span, HttpServletRequest request, int status) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern != null) {
      span.updateName(request.getMethod() + " " + pattern);
      span.setAttribute("http.route", pattern.toString());
    }
    span.setAttribute("http.response.status_code", status);
    span.setAttribute("lexohub.correlation_id", Trace.of(request).correlationId());
    if (status >= 500) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  private static void identified(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Trace trace = Trace.of(request);
    response.setHeader(Trace.CORRELATION_HEADER, trace.correlationId());
    MDC.put(CORRELATION_ID, trace.correlationId());
    MDC.put(TRACE_ID, trace.traceId());
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(CORRELATION_ID);
      MDC.remove(TRACE_ID);
      MDC.remove(TENANT);
    }
  }
}
