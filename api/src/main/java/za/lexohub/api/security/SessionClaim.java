package za.lexohub.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Which session a token belongs to, in the words of OpenID Connect, Cognito and Supabase. A token
 * that says nothing of one, such as a machine's, has none.
 */
public final class SessionClaim {
  private static final List<String> NAMES = List.of("sid", "origin_jti", "session_id");

  /** What can stand in an address. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  /** The id by which its user knows the session. */
  static Optional<String> of(Jwt token) {
    return NAMES.stream()
        .map(token.getClaims()::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(id -> !id.isBlank())
        .map(id -> PLAIN.matcher(id).matches() ? id : digest(id))
        .findFirst();
  }

  /** The session of whoever is asking, if their token names one. */
  public static Optional<String> of(@Nullable Object principal) {
    return principal instanceof Authentication who && who instanceof JwtAuthenticationToken token
        ? of(token.getToken())
        : Optional.empty();
  }

  private static String digest(String id) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private SessionClaim() {}
}
