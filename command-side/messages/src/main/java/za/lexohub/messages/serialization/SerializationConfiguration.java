package za.lexohub.messages.serialization;

import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How every role reads and writes messages. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfiguration {

  @Bean
  EventTypes eventTypes() {
    return new EventTypes();
  }

  @Bean(defaultCandidate = false)
  @Qualifier("eventSerializer")
  Serializer eventSerializer(EventTypes types) {
    return new EventSerializer(types);
  }

  /** Commands stay in the process; were they written, then like events. */
  @Bean(defaultCandidate = false)
  @Qualifier("messageSerializer")
  Serializer messageSerializer(EventTypes types) {
    return new EventSerializer(types);
  }
}
