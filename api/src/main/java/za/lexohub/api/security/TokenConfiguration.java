package za.lexohub.api.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;
import za.lexohub.api.EdgeProperties;

/** How tokens are checked: RS256 or ES256 only, issuer, audience, times, tenant and roles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class TokenConfiguration {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

  @Bean
  JwtDecoder jwtDecoder(
      SecurityProperties properties, EdgeProperties edge, ObjectProvider<TokenKeys> keys) {
    String issuer = properties.issuer() == null ? edge.publicUrl() : properties.issuer();
    OAuth2TokenValidator<Jwt> times = times(properties);
    OAuth2TokenValidator<Jwt> rules =
        new DelegatingOAuth2TokenValidator<>(
            times, new JwtIssuerValidator(issuer), new TokenRules(properties.audiences()));
    TokenKeys own = keys.getIfAvailable();
    if (own != null) {
      NimbusJwtDecoder decoder = local(own);
      decoder.setJwtValidator(rules);
      return new RememberedTokens(decoder, times);
    }
    // Discovery waits for the first token, so that a start does not depend on the issuer.
    return new RememberedTokens(
        new SupplierJwtDecoder(() -> remote(properties, issuer, rules)), times);
  }

  private static NimbusJwtDecoder local(TokenKeys keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys.source()));
    // Times are checked by our own rules, with their skew.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return new NimbusJwtDecoder(processor);
  }

  private static JwtDecoder remote(
      SecurityProperties properties, String issuer, OAuth2TokenValidator<Jwt> rules) {
    NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder =
        properties.jwksUri() == null
            ? NimbusJwtDecoder.withIssuerLocation(issuer)
            : NimbusJwtDecoder.withJwkSetUri(properties.jwksUri());
    NimbusJwtDecoder decoder =
        builder
            .restOperations(patient())
            .jwsAlgorithms(
                algorithms -> {
                  algorithms.clear();
                  algorithms.addAll(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));
                })
            .build();
    decoder.setJwtValidator(rules);
    return decoder;
  }

  /** An issuer that does not answer must not hold everybody's requests. */
  private static RestOperations patient() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(CONNECTS_WITHIN);
    requests.setReadTimeout(ANSWERS_WITHIN);
    return new RestTemplate(requests);
  }

  private static OAuth2TokenValidator<Jwt> times(SecurityProperties properties) {
    JwtTimestampValidator times = new JwtTimestampValidator(properties.clockSkew());
    times.setAllowEmptyExpiryClaim(false);
    return times;
  }
}
