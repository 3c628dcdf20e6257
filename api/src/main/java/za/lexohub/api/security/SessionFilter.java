package za.lexohub.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.sessions.Standing;

/** A good token opens nothing once its session has ended. */
final class SessionFilter extends OncePerRequestFilter {
  private final SessionCheck sessions;
  private final Problems problems;

  SessionFilter(SessionCheck sessions, Problems problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Standing standing = sessions.of(request);
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

  private static String why(Standing standing) {
    return switch (standing) {
      case IDLE -> "Your session was not used for too long. Log in again.";
      case EXPIRED -> "Your session has lasted as long as one may. Log in again.";
      default -> "Your session was ended. Log in again.";
    };
  }
}
