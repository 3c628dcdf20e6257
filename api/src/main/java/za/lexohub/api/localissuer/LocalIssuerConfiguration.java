package za.lexohub.api.localissuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.problem.Problems;
import za.lexohub.api.security.SecurityProperties;
import za.lexohub.api.security.TokenKeys;
import za.lexohub.sessions.LockOuts;

/** An OpenID Connect issuer on this machine: {@code POST /oauth2/token}, one hour a token. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
public class LocalIssuerConfiguration {
  @Bean
  @Order(1)
  SecurityFilterChain issuer(
      HttpSecurity http, ObjectProvider<LockOuts> lockOuts, Problems problems) throws Exception {
    lockOuts.ifAvailable(
        kept -> http.addFilterBefore(new LockOutFilter(kept, problems), LogoutFilter.class));
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  @Bean
  JWKSource<SecurityContext> jwkSource(
      @Value("${lexohub.keys.directory:.lexohub/keys}") Path directory) {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(directory)));
  }

  @Bean
  TokenKeys tokenKeys(JWKSource<SecurityContext> source) {
    return new TokenKeys(source);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(EdgeProperties edge) {
    return AuthorizationServerSettings.builder().issuer(edge.publicUrl()).build();
  }

  @Bean
  RegisteredClientRepository sampleUsers() {
    return new InMemoryRegisteredClientRepository(
        Arrays.stream(SampleUser.values()).map(LocalIssuerConfiguration::client).toList());
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(SecurityProperties security) {
    return context -> {
      SampleUser user = SampleUser.of(context.getRegisteredClient().getClientId());
      context
          .getClaims()
          .subject(user.subject())
          .audience(List.copyOf(security.audiences()))
          // Each token is a login of its own.
          .claim("sid", UUID.randomUUID().toString())
          .claim("tenant", user.tenant())
          .claim("roles", List.of(user.role().claim()));
    };
  }

  private static RegisteredClient client(SampleUser user) {
    return RegisteredClient.withId(user.clientId())
        .clientId(user.clientId())
        .clientSecret("{noop}" + user.clientId())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build())
        .build();
  }
}
