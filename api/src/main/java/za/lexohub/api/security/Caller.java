package za.lexohub.api.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.TenantId;

/**
 * Who is calling, as their token says.
 *
 * @param tenant whose books they work on; never taken from anywhere else
 */
public record Caller(TenantId tenant, String subject, Set<Role> roles) {
  static final String TENANT_CLAIM = "tenant";
  static final String ROLES_CLAIM = "roles";

  /** Only for a token that has passed {@link TokenRules}. */
  static Caller of(Jwt token) {
    List<String> claimed = token.getClaimAsStringList(ROLES_CLAIM);
    return new Caller(
        new TenantId(token.getClaimAsString(TENANT_CLAIM)),
        token.getSubject(),
        claimed.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet()));
  }

  /** Whoever is asking now; empty for a request without a token. */
  public static Optional<Caller> current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken token
        ? Optional.of(of(token.getToken()))
        : Optional.empty();
  }

  public boolean may(Permission permission) {
    return permission.isGivenTo(roles);
  }

  /** As one of the practice, unless an attorney is all that they are. */
  public Actor actor() {
    if (roles.equals(Set.of(Role.ATTORNEY))) {
      return attorney();
    }
    boolean advocate = roles.contains(Role.ADVOCATE_SENIOR) || roles.contains(Role.ADVOCATE_JUNIOR);
    return new Actor(tenant, advocate ? ActorType.ADVOCATE : ActorType.CLERK, subject);
  }

  /** As an attorney, whatever else they are: what they do is held against their grants. */
  public Actor attorney() {
    return new Actor(tenant, ActorType.ATTORNEY, subject);
  }
}
