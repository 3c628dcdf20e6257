package za.lexohub.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;
import za.lexohub.sessions.Sessions;

/**
 * A token for everything but the few public addresses; no cookie, and nothing kept here of who it
 * is.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(TokenConfiguration.class)
public class ApiSecurity {
  private static final String[] PUBLIC = {
    "/",
    "/error",
    "/openapi.json",
    "/openapi.json/**",
    "/docs",
    "/docs/**",
    "/swagger-ui/**",
    "/problems",
    "/problems/**",
    "/api/v1/public/**",
    "/actuator/health",
    "/actuator/health/**",
    "/actuator/info",
    // API Gateway's, which shows a secret instead.
    "/api/v1/websocket/disconnect",
    "/api/v1/websocket/message"
  };

  private static final BearerTokenResolver HEADER = new DefaultBearerTokenResolver();

  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, Problems problems, SessionCheck sessions)
      throws Exception {
    AuthenticationEntryPoint noToken = noToken(problems);
    AccessDeniedHandler denied = denied(problems);
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(ApiSecurity::bearerToken)
                    .authenticationEntryPoint(noToken)
                    .accessDeniedHandler(denied)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
        .addFilterBefore(new IssuerAway(problems), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(
            new SessionFilter(sessions, problems), BearerTokenAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .access((who, what) -> new AuthorizationDecision(mayOperate(who.get())))
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(e -> e.authenticationEntryPoint(noToken).accessDeniedHandler(denied))
        .build();
  }

  @Bean
  SessionCheck sessionCheck(ObjectProvider<Sessions> sessions) {
    return new SessionCheck(sessions.getIfAvailable());
  }

  /** {@code admin} becomes the authority {@code ROLE_admin}, which the health endpoint asks for. */
  private static JwtAuthenticationConverter roles() {
    JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName(Caller.ROLES_CLAIM);
    authorities.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(authorities);
    return converter;
  }

  /** None of Spring Security's own: each filter of each request would be timed and counted. */
  @Bean
  static SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Public addresses look at no token, so that a stale one does not keep anybody out. */
  private static String bearerToken(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/v1/public/") ? null : HEADER.resolve(request);
  }

  private static boolean mayOperate(Authentication who) {
    return who instanceof JwtAuthenticationToken token
        && Caller.of(token.getToken()).may(Permission.OPERATE);
  }

  private static AuthenticationEntryPoint noToken(Problems problems) {
    AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    return (request, response, failed) -> {
      challenge.commence(request, response, failed);
      problems.write(
          request,
          response,
          ProblemCode.UNAUTHENTICATED,
          "Send Authorization: Bearer and an access token that is valid here.");
    };
  }

  private static AccessDeniedHandler denied(Problems problems) {
    return (request, response, refused) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
      problems.write(request, response, ProblemCode.FORBIDDEN, "None of your roles allows this.");
    };
  }
}
