package za.lexohub.api.ratelimit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.ratelimit.Quotas.Quota;
import za.lexohub.api.security.Caller;
import za.lexohub.sessions.RateLimits.Policy;

/**
 * So many requests a second of one user, and on one tenant's books by all of its users. Stands
 * after the login: who has none is refused there.
 */
public final class CallerRateLimit extends OncePerRequestFilter {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Policy user;
  private final Policy tenant;
  private final Quotas quotas;

  public CallerRateLimit(RateLimitProperties limits, Quotas quotas) {
    this.user = new Policy("user", limits.user(), SECOND);
    this.tenant = new Policy("tenant", limits.tenant(), SECOND);
    this.quotas = quotas;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = Caller.current();
    // The user first: who asks too often takes nothing from the others of the practice.
    if (caller.isEmpty()
        || quotas.pass(
            request,
            response,
            List.of(
                new Quota(user, caller.get().subject()),
                new Quota(tenant, caller.get().tenant().value())))) {
      chain.doFilter(request, response);
    }
  }
}
