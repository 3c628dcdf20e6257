package za.lexohub.api.localissuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.sessions.LockOuts;

/**
 * Keeps a name out for a while after too many wrong secrets, with the right one too. Names that
 * nobody has are kept out the same way, so that the answer does not tell who there is.
 */
final class LockOutFilter extends OncePerRequestFilter {
  private static final String BASIC = "Basic ";

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

  private static Optional<String> name(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String name = header == null ? request.getParameter("client_id") : ofBasic(header);
    return Optional.ofNullable(name).filter(it -> !it.isBlank());
  }

  private static @Nullable String ofBasic(String header) {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return null;
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? null : pair.substring(0, colon);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
