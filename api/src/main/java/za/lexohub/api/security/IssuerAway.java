package za.lexohub.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;

/**
 * A token that cannot be checked, because the issuer or its keys cannot be reached, is neither
 * right nor wrong: the same request may work later.
 */
public final class IssuerAway extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerAway.class);

  private final Problems problems;

  public IssuerAway(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (AuthenticationServiceException | JwtDecoderInitializationException away) {
      LOG.warn("Access tokens cannot be checked now: {}", away.toString());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      problems.write(
          request,
          response,
          ProblemCode.UNAVAILABLE,
          "Your access token cannot be checked at the moment.");
    }
  }
}
