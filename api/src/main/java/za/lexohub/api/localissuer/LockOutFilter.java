package za.lexohub.api.localissuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.sessions.LockOuts;

/**
 * Keeps a name out for a while after too many wrong secrets, with the right one too. Names that
 * nobody has are kept out the same way, so that the answer does not tell who there is.
 */
final class LockOutFilter extends OncePerRequestFilter {

  /** The issuer's own reading of a name, so that no way to write one escapes the count. */
  private static final AuthenticationConverter SECRETS =
      new DelegatingAuthenticationConverter(
          new ClientSecretBasicAuthenticationConverter(),
          new ClientSecretPostAuthenticationConverter());

  private final LockOuts lockOuts;
  private final Problems problems;

  LockOutFilter(LockOuts lockOuts, Problems problems) {
    this.lockOuts = lockOuts;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> name = name(request);
    Optional<Duration> locked = name.flatMap(lockOuts::lockedFor);
    if (locked.isPresent()) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, locked.get().toSeconds())));
      problems.write(
          request,
          response,
          ProblemCode.TOO_MANY_REQUESTS,
          "There were too many wrong secrets for this name; it is locked for a while.");
      return;
    }
    chain.doFilter(request, response);
    if (name.isPresent()) {
      // The issuer's own answer to a secret that is not the client's, or a client that is none.
      if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
        lockOuts.failed(name.get());
      } else if (response.getStatus() == HttpStatus.OK.value()) {
        lockOuts.succeeded(name.get());
      }
    }
  }

  /** Whose secret the issuer is about to compare; empty when it compares none. */
  private static Optional<String> name(HttpServletRequest request) {
    try {
      return Optional.ofNullable(SECRETS.convert(request)).map(Authentication::getName);
    } catch (OAuth2AuthenticationException noSecret) {
      return Optional.empty();
    }
  }
}
