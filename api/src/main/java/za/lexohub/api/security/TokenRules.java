package za.lexohub.api.security;

import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import za.lexohub.messages.TenantId;

/**
 * What a token must say beyond its signature, issuer and times: for us, from whom, in what role.
 */
final class TokenRules implements OAuth2TokenValidator<Jwt> {
  private final Set<String> audiences;

  TokenRules(Set<String> audiences) {
    this.audiences = audiences;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    if (!isForUs(token)) {
      return refused("The token is for another audience");
    }
    if (token.getSubject() == null || token.getSubject().isBlank()) {
      return refused("The token has no sub");
    }
    if (!hasTenant(token)) {
      return refused("The token has no tenant");
    }
    if (!hasRoles(token)) {
      return refused("The token has no roles");
    }
    return OAuth2TokenValidatorResult.success();
  }

  /** Cognito's access tokens carry {@code client_id} and no {@code aud}. */
  private boolean isForUs(Jwt token) {
    List<String> audience = token.getAudience();
    if (audience != null && !audience.isEmpty()) {
      return audience.stream().anyMatch(audiences::contains);
    }
    return token.getClaims().get("client_id") instanceof String client
        && audiences.contains(client);
  }

  private static boolean hasTenant(Jwt token) {
    if (!(token.getClaims().get(Caller.TENANT_CLAIM) instanceof String tenant)) {
      return false;
    }
    try {
      return !new TenantId(tenant).value().isEmpty();
    } catch (IllegalArgumentException notATenant) {
      return false;
    }
  }

  private static boolean hasRoles(Jwt token) {
    return token.getClaims().get(Caller.ROLES_CLAIM) instanceof List<?> roles
        && !roles.isEmpty()
        && roles.stream().allMatch(String.class::isInstance);
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
  }
}
