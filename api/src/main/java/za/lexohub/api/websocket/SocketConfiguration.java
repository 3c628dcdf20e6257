package za.lexohub.api.websocket;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.live.EveryChange;
import za.lexohub.role.QueryRole;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.Connections;
import za.lexohub.sessions.Sessions;

/**
 * What tells the WebSockets, where API Gateway holds some for us. The time is the machine's, as it
 * is for tokens.
 */
@Configuration(proxyBeanMethods = false)
@QueryRole
@ConditionalOnProperty("lexohub.websocket.endpoint")
class SocketConfiguration {

  @Bean
  SocketSessions socketSessions(ObjectProvider<Sessions> sessions) {
    return new SocketSessions(sessions.getIfAvailable(), Clock.systemUTC());
  }

  @Bean
  FanOut fanOut(
      EveryChange changes,
      Connections connections,
      SocketSessions sessions,
      ConnectionGateway gateway) {
    return new FanOut(changes, connections, sessions, gateway, Clock.systemUTC());
  }
}
