package za.lexohub.api.access;

import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.role.HttpRole;

/** Where the edge's parts for an attorney's access that are no controllers are put together. */
@Configuration(proxyBeanMethods = false)
@HttpRole
class AccessEdge {
  @Bean(destroyMethod = "close")
  FirstView firstView(CommandGateway commands, Clock clock) {
    return new FirstView(commands, clock);
  }
}
