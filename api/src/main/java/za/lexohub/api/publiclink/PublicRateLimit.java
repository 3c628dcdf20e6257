package za.lexohub.api.publiclink;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.ratelimit.Quotas;
import za.lexohub.api.ratelimit.Quotas.Quota;
import za.lexohub.api.request.ClientNetwork;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.sessions.RateLimits.Policy;

/** So many requests per minute on public links from one line, and with one link. */
public final class PublicRateLimit extends OncePerRequestFilter {
  private static final String PUBLIC = "/api/v1/public/";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Policy line;
  private final Policy link;
  private final Quotas quotas;

  /**
   * @param ofLine requests a minute
   * @param ofLink requests a minute
   */
  public PublicRateLimit(long ofLine, long ofLink, Quotas quotas) {
    this.line = new Policy("public", ofLine, MINUTE);
    this.link = new Policy("public-link", ofLink, MINUTE);
    this.quotas = quotas;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(PUBLIC);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<Quota> asked = new ArrayList<>();
    asked.add(new Quota(line, ClientNetwork.subscriber(request.getRemoteAddr())));
    // /pro-formas/{token}/accept
    String[] parts = request.getRequestURI().substring(PUBLIC.length()).split("/");
    if (parts.length > 1) {
      asked.add(new Quota(link, PublicTokens.hash(parts[1])));
    }
    if (quotas.pass(request, response, asked)) {
      chain.doFilter(request, response);
    }
  }
}
