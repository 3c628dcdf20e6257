package za.lexohub.api.bulkhead;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;

/**
 * So many requests at a time; some more wait, the first who came goes first, and who has waited too
 * long, or would be one too many to wait, is told to come back. Nothing of such a request was
 * looked at or done.
 *
 * <p>Each request has a virtual thread, of which there may be any number. Without this those that
 * hold a database connection would wait for a processor behind thousands that hold nothing, and a
 * node would do less the more it is asked. Stands behind the reading of bodies, so that a slow line
 * takes no place. Who only waits for a read model, or only sends a download, has given its place
 * back; a stream takes one while it begins. Health and metrics take none, nor does the end of a
 * WebSocket, which is told once.
 */
public final class RequestBulkhead extends OncePerRequestFilter {
  private static final String PLACE = RequestBulkhead.class.getName();
  private static final String FAREWELL = "/api/v1/websocket/disconnect";

  private final Bulkhead present;
  private final Bulkhead places;
  private final Problems problems;

  public RequestBulkhead(BulkheadProperties limits, Problems problems, MeterRegistry meters) {
    this.problems = problems;
    present = bulkhead("present", limits.most() + limits.waiting(), Duration.ZERO);
    places = bulkhead("places", limits.most(), limits.patience());
    Gauge.builder("lexohub.bulkhead.free", this, RequestBulkhead::free)
        .description("Requests that could begin now without waiting")
        .register(meters);
    Gauge.builder("lexohub.bulkhead.waiting", this, RequestBulkhead::waiting)
        .description("Requests that wait for their turn")
        .register(meters);
  }

  /**
   * For who will take long without doing anything: others may begin. Asked again it does nothing.
   */
  public static void giveBack(HttpServletRequest request) {
    if (request.getAttribute(PLACE) instanceof Place place) {
      place.giveBack();
    }
  }

  private static Bulkhead bulkhead(String name, int most, Duration patience) {
    return Bulkhead.of(
        name,
        BulkheadConfig.custom()
            .maxConcurrentCalls(most)
            .maxWaitDuration(patience)
            .writableStackTraceEnabled(false)
            .build());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/api/") || path.equals(FAREWELL);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!present.tryAcquirePermission()) {
      refuse(request, response);
      return;
    }
    if (!places.tryAcquirePermission()) {
      present.onComplete();
      refuse(request, response);
      return;
    }
    Place place = new Place();
    request.setAttribute(PLACE, place);
    try {
      chain.doFilter(request, response);
    } finally {
      place.giveBack();
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    problems.write(
        request,
        response,
        ProblemCode.OVERLOADED,
        "This node has more to do than it can. Nothing was done; ask again.");
  }

  private int free() {
    return places.getMetrics().getAvailableConcurrentCalls();
  }

  private int waiting() {
    return Math.max(0, taken(present) - taken(places));
  }

  private static int taken(Bulkhead bulkhead) {
    return bulkhead.getBulkheadConfig().getMaxConcurrentCalls()
        - bulkhead.getMetrics().getAvailableConcurrentCalls();
  }

  private final class Place {
    private final AtomicBoolean given = new AtomicBoolean();

    void giveBack() {
      if (given.compareAndSet(false, true)) {
        places.onComplete();
        present.onComplete();
      }
    }
  }
}
