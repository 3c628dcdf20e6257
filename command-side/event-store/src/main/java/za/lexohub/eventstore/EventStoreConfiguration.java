package za.lexohub.eventstore;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.eventstore.tracing.TracingConfiguration;

/** The log, the way commands reach it, and what runs the processors that read it: in every role. */
@Configuration(proxyBeanMethods = false)
@Import({
  LogConfiguration.class,
  CommandBusConfiguration.class,
  ProcessingConfiguration.class,
  TracingConfiguration.class
})
public class EventStoreConfiguration {

  /** The one source of time. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
