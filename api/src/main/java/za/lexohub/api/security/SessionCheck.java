package za.lexohub.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import za.lexohub.api.request.ClientNetwork;
import za.lexohub.sessions.SessionKey;
import za.lexohub.sessions.Sessions;
import za.lexohub.sessions.Sighting;
import za.lexohub.sessions.Standing;

/** Where the session of whoever is asking stands; active for a token that has none. */
public final class SessionCheck {
  private final @Nullable Sessions sessions;

  /**
   * @param sessions absent where none are kept
   */
  SessionCheck(@Nullable Sessions sessions) {
    this.sessions = sessions;
  }

  /** For a request: it begins its session, or is noted in it. */
  Standing of(HttpServletRequest request) {
    Sessions kept = sessions;
    return kept == null
        ? Standing.ACTIVE
        : token()
            .flatMap(token -> sighting(token, request))
            .map(kept::check)
            .orElse(Standing.ACTIVE);
  }

  /**
   * For what goes on after its request, on whatever thread: says whether the session of whoever is
   * asking now still lets in. Asking it is no use of the session.
   */
  public BooleanSupplier watched() {
    Sessions kept = sessions;
    Optional<SessionKey> key = token().flatMap(SessionCheck::key);
    return kept == null || key.isEmpty() ? () -> true : () -> kept.standing(key.get()).letsIn();
  }

  private static Optional<Jwt> token() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken token
        ? Optional.of(token.getToken())
        : Optional.empty();
  }

  private static Optional<SessionKey> key(Jwt token) {
    return SessionClaim.of(token).map(session -> new SessionKey(token.getSubject(), session));
  }

  private static Optional<Sighting> sighting(Jwt token, HttpServletRequest request) {
    return key(token)
        .map(
            key ->
                new Sighting(
                    key,
                    token.getClaimAsString(Caller.TENANT_CLAIM),
                    ClientNetwork.shortened(request.getRemoteAddr()),
                    client(token)));
  }

  private static String client(Jwt token) {
    return token.getClaims().get("client_id") instanceof String client && !client.isBlank()
        ? client
        : "unknown";
  }
}
