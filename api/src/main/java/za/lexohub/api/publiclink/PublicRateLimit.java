package za.lexohub.api.publiclink;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.api.request.ClientNetwork;

/**
 * So many requests per minute on public links from one line. Counted on each node by itself: with n
 * nodes a caller may come n times as often.
 */
public final class PublicRateLimit extends OncePerRequestFilter {
  private static final int LINES_REMEMBERED = 100_000;

  private final int perMinute;
  private final Problems problems;
  private final LoadingCache<String, Bucket> buckets;

  public PublicRateLimit(int perMinute, Problems problems) {
    this.perMinute = perMinute;
    this.problems = problems;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(LINES_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(line -> bucket(perMinute));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/v1/public/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ConsumptionProbe probe =
        buckets
            .get(ClientNetwork.subscriber(request.getRemoteAddr()))
            .tryConsumeAndReturnRemaining(1);
    long waitSeconds =
        Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
    response.setHeader("RateLimit-Policy", "\"public\";q=" + perMinute + ";w=60");
    response.setHeader(
        "RateLimit", "\"public\";r=" + probe.getRemainingTokens() + ";t=" + waitSeconds);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(waitSeconds));
    problems.write(
        request,
        response,
        ProblemCode.TOO_MANY_REQUESTS,
        "There may be " + perMinute + " requests a minute on public links.");
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
