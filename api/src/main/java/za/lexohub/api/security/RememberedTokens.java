package za.lexohub.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature once and remembers it for a minute, because people ask with the same
 * one all day and the signature is a fifth of what a small answer costs. Its times are checked with
 * every request; everything else about it cannot change. A key that the issuer withdraws therefore
 * opens nothing after a minute. Tokens that were refused are not remembered.
 */
final class RememberedTokens implements JwtDecoder {
  static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** A token is about a kilobyte, and never longer than a request's headers may be. */
  private static final int MOST = 10_000;

  private final JwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> times;
  private final Cache<String, Jwt> known;

  /**
   * @param times what depends on the clock
   */
  RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
    this(decoder, times, Ticker.systemTicker());
  }

  RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times, Ticker ticker) {
    this.decoder = decoder;
    this.times = times;
    this.known =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).ticker(ticker).build();
  }

  @Override
  public Jwt decode(String token) {
    Jwt remembered = known.getIfPresent(token);
    if (remembered != null && !times.validate(remembered).hasErrors()) {
      return remembered;
    }
    Jwt checked = decoder.decode(token);
    known.put(token, checked);
    return checked;
  }
}
