package za.lexohub.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.problem.Problems;
import za.lexohub.api.publiclink.PublicRateLimit;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.sessions.RateLimits;

/** Which quotas a request takes from, and what its caller is told. */
class RateLimitTest {
  private final Recorded limits = new Recorded();
  private final Quotas quotas =
      new Quotas(
          limits,
          new Problems("http://localhost:8080", StrictJson.mapper(), new SimpleMeterRegistry()));
  private final CallerRateLimit callers =
      new CallerRateLimit(new RateLimitProperties(1000, 200, 60), quotas);
  private final PublicRateLimit links = new PublicRateLimit(120, 60, quotas);
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain behind = new MockFilterChain();

  @AfterEach
  void nobodyIsLoggedIn() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void aCallerTakesFromTheirOwnQuotaAndFromThatOfTheirTenant() throws Exception {
    loggedIn();
    limits.left = List.of(150L, 300L);

    callers.doFilter(asked("/api/v1/matters"), response, behind);

    assertThat(limits.taken).containsExactly("user:thandi", "tenant:tenant-1");
    assertThat(response.getHeader("RateLimit-Policy"))
        .isEqualTo("\"user\";q=200;w=1, \"tenant\";q=1000;w=1");
    assertThat(response.getHeader("RateLimit"))
        .as("the tightest")
        .isEqualTo("\"tenant\";r=300;t=7");
    assertThat(behind.getRequest()).as("went on").isNotNull();
  }

  @Test
  void aUserWhoAsksTooOftenIsToldWhenToComeBackAndTakesNothingFromTheTenant() throws Exception {
    loggedIn();
    limits.left = List.of(-1L);

    callers.doFilter(asked("/api/v1/matters"), response, behind);

    assertThat(limits.taken).containsExactly("user:thandi");
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(response.getHeader("RateLimit")).isEqualTo("\"user\";r=0;t=7");
    assertThat(response.getHeader("Retry-After")).isEqualTo("7");
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("\"code\":\"too-many-requests\"");
    assertThat(behind.getRequest()).as("stopped").isNull();
  }

  @Test
  void whatNeedsNoLoginAndWhatRunsTheSystemIsNotLimitedByCaller() throws Exception {
    callers.doFilter(asked("/api/v1/public/pro-formas/x"), response, new MockFilterChain());
    loggedIn();
    callers.doFilter(asked("/actuator/metrics"), response, new MockFilterChain());
    callers.doFilter(asked("/openapi.json"), response, behind);

    assertThat(limits.taken).isEmpty();
    assertThat(behind.getRequest()).isNotNull();
  }

  @Test
  void aPublicLinkIsCountedByLineAndByTheHashOfItsToken() throws Exception {
    limits.left = List.of(100L, 10L);

    links.doFilter(asked("/api/v1/public/pro-formas/secret-token/accept"), response, behind);

    assertThat(limits.taken)
        .containsExactly(
            "public:203.0.113.9/32", "public-link:" + PublicTokens.hash("secret-token"));
    assertThat(response.getHeader("RateLimit-Policy"))
        .isEqualTo("\"public\";q=120;w=60, \"public-link\";q=60;w=60");
    assertThat(response.getHeader("RateLimit")).isEqualTo("\"public-link\";r=10;t=7");
    assertThat(behind.getRequest()).isNotNull();
  }

  @Test
  void anAddressBelowPublicWithoutATokenIsCountedByLineAlone() throws Exception {
    limits.left = List.of(-1L);

    links.doFilter(asked("/api/v1/public/pro-formas"), response, behind);

    assertThat(limits.taken).containsExactly("public:203.0.113.9/32");
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(behind.getRequest()).isNull();
  }

  private static MockHttpServletRequest asked(String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setRemoteAddr("203.0.113.9");
    return request;
  }

  private static void loggedIn() {
    Jwt token =
        Jwt.withTokenValue("token")
            .header("alg", "RS256")
            .subject("thandi")
            .claim("tenant", "tenant-1")
            .claim("roles", List.of("advocate-senior"))
            .expiresAt(Instant.MAX)
            .build();
    SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
  }

  /** Answers what it was told, in turn; below 0 is a refusal. */
  private static final class Recorded implements RateLimits {
    private final List<String> taken = new ArrayList<>();
    private List<Long> left = List.of();

    @Override
    public Verdict take(Policy policy, String key) {
      long remaining = left.get(taken.size());
      taken.add(policy.name() + ":" + key);
      return new Verdict(remaining >= 0, Math.max(0, remaining), 7);
    }
  }
}
