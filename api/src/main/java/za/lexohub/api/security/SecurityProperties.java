package za.lexohub.api.security;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken.
 *
 * @param issuer the value of {@code iss}; the public URL when absent
 * @param jwksUri where the issuer's keys are; found by discovery when absent
 * @param audiences one of these must be in {@code aud}, or be the {@code client_id} of a token
 *     without audience
 * @param clockSkew between the issuer's clock and ours, at most 60 s
 */
@ConfigurationProperties("lexohub.security")
public record SecurityProperties(
    @Nullable String issuer,
    @Nullable String jwksUri,
    @DefaultValue("lexohub") Set<String> audiences,
    @DefaultValue("60s") Duration clockSkew) {
  public SecurityProperties {
    if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException("lexohub.security.clock-skew must be 0 to 60 s");
    }
  }
}
