package za.lexohub.api.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every answer its {@code X-Correlation-Id}, and every log line of the request too. */
public final class TraceFilter extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Trace trace = Trace.of(request);
    response.setHeader(Trace.CORRELATION_HEADER, trace.correlationId());
    MDC.put("correlationId", trace.correlationId());
    MDC.put("traceId", trace.traceId());
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove("correlationId");
      MDC.remove("traceId");
    }
  }
}
