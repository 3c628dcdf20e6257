package za.lexohub.messages.serialization;

import java.time.Clock;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.messages.processing.PassingFailure;

/** How every role reads and writes messages. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfiguration {

  @Bean
  EventTypes eventTypes() {
    return new EventTypes();
  }

  @Bean
  Upcasts upcasts(EventTypes types) {
    return new Upcasts(types);
  }

  @Bean
  UnreadableEvents unreadableEvents() {
    return new UnreadableEvents(Clock.systemUTC());
  }

  @Bean
  EventUpcaster eventUpcaster(Upcasts upcasts, UnreadableEvents unreadable) {
    return new LogUpcaster(upcasts, unreadable);
  }

  /** It passes when a release that can read the event takes over. */
  @Bean
  PassingFailure unreadableEventMayPass() {
    return UnreadableEvent.class::isInstance;
  }

  @Bean(defaultCandidate = false)
  @Qualifier("eventSerializer")
  Serializer eventSerializer(EventTypes types, Upcasts upcasts) {
    return new EventSerializer(types, upcasts);
  }

  /** Commands stay in the process; were they written, then like events. */
  @Bean(defaultCandidate = false)
  @Qualifier("messageSerializer")
  Serializer messageSerializer(EventTypes types, Upcasts upcasts) {
    return new EventSerializer(types, upcasts);
  }
}
