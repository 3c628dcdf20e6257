package za.lexohub.processes.deadlines;

import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The watchers of dates, and what every saga is conducted with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineLimits.class)
@Import({InvoiceOverdueSaga.class, ProFormaExpirySaga.class})
public class DeadlinesConfiguration {

  @Bean
  Conductor conductor(CommandGateway commands, DeadlineManager deadlines, Clock clock) {
    return new Conductor(commands, deadlines, clock);
  }
}
