package za.lexohub.api.websocket;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.live.EveryChange;
import za.lexohub.role.QueryRole;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.Connections;

/** What tells the WebSockets, where API Gateway holds some for us. */
@Configuration(proxyBeanMethods = false)
@QueryRole
@ConditionalOnProperty("lexohub.websocket.endpoint")
class SocketConfiguration {

  /** The time is the machine's, as it is for tokens. */
  @Bean
  FanOut fanOut(EveryChange changes, Connections connections, ConnectionGateway gateway) {
    return new FanOut(changes, connections, gateway, Clock.systemUTC());
  }
}
