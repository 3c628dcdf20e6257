package za.lexohub.api.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.sessions.RateLimits;
import za.lexohub.sessions.RateLimits.Policy;
import za.lexohub.sessions.RateLimits.Verdict;

/**
 * Holds a request against its quotas and tells the caller what is left, in the headers of
 * draft-ietf-httpapi-ratelimit-headers.
 */
public final class Quotas {
  private final RateLimits limits;
  private final Problems problems;

  public Quotas(RateLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** One quota of a request, and whose it is. */
  public record Quota(Policy policy, String key) {}

  private record Taken(Policy policy, Verdict verdict) {
    double left() {
      return verdict.allowed() ? (double) verdict.remaining() / policy.quota() : -1;
    }
  }

  /**
   * Takes from each quota in turn, up to the first that is used up.
   *
   * @return false when one is; the request is answered then
   */
  public boolean pass(HttpServletRequest request, HttpServletResponse response, List<Quota> quotas)
      throws IOException {
    List<Taken> taken = new ArrayList<>();
    for (Quota quota : quotas) {
      Verdict verdict = limits.take(quota.policy(), quota.key());
      taken.add(new Taken(quota.policy(), verdict));
      if (!verdict.allowed()) {
        break;
      }
    }
    Taken tightest = taken.stream().min(Comparator.comparingDouble(Taken::left)).orElseThrow();
    Verdict verdict = tightest.verdict();
    response.setHeader(
        "RateLimit-Policy",
        quotas.stream().map(quota -> described(quota.policy())).collect(Collectors.joining(", ")));
    response.setHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(tightest.policy().name(), verdict.remaining(), verdict.resetSeconds()));
    if (verdict.allowed()) {
      return true;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(verdict.resetSeconds()));
    problems.write(
        request,
        response,
        ProblemCode.TOO_MANY_REQUESTS,
        "There may be %d requests in %d s (%s)."
            .formatted(
                tightest.policy().quota(),
                tightest.policy().window().toSeconds(),
                tightest.policy().name()));
    return false;
  }

  private static String described(Policy policy) {
    return "\"%s\";q=%d;w=%d".formatted(policy.name(), policy.quota(), policy.window().toSeconds());
  }
}
