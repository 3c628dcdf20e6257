package za.lexohub.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.api.request.ClientNetwork;
import za.lexohub.sessions.SessionKey;
import za.lexohub.sessions.Sessions;
import za.lexohub.sessions.Sighting;
import za.lexohub.sessions.Standing;

/** A good token opens nothing once its session has ended. */
final class SessionFilter extends OncePerRequestFilter {
  private final Sessions sessions;
  private final Problems problems;

  SessionFilter(Sessions sessions, Problems problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Standing standing = sighting(request).map(sessions::check).orElse(Standing.ACTIVE);
    if (standing.letsIn()) {
      chain.doFilter(request, response);
      return;
    }
    SecurityContextHolder.clearContext();
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer error=\"invalid_token\", error_description=\"The session has ended\"");
    problems.write(request, response, ProblemCode.SESSION_ENDED, why(standing));
  }

  private static Optional<Sighting> sighting(HttpServletRequest request) {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token)) {
      return Optional.empty();
    }
    Jwt jwt = token.getToken();
    return SessionClaim.of(jwt)
        .map(
            session ->
                new Sighting(
                    new SessionKey(jwt.getSubject(), session),
                    jwt.getClaimAsString(Caller.TENANT_CLAIM),
                    ClientNetwork.shortened(request.getRemoteAddr()),
                    client(jwt)));
  }

  private static String client(Jwt token) {
    return token.getClaims().get("client_id") instanceof String client && !client.isBlank()
        ? client
        : "unknown";
  }

  private static String why(Standing standing) {
    return switch (standing) {
      case IDLE -> "Your session was not used for too long. Log in again.";
      case EXPIRED -> "Your session has lasted as long as one may. Log in again.";
      default -> "Your session was ended. Log in again.";
    };
  }
}
