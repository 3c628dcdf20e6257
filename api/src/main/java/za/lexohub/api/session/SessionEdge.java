package za.lexohub.api.session;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.sessions.Sessions;

/** Tells operators when sessions go unchecked. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lexohub.sessions.table")
class SessionEdge {
  @Bean
  SessionsHealth sessionsHealthIndicator(Sessions sessions) {
    return new SessionsHealth(sessions);
  }
}
