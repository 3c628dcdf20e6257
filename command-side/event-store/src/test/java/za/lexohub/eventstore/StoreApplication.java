package za.lexohub.eventstore;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import za.lexohub.messages.serialization.SerializationConfiguration;

/** One node: the store with Axon around it and whatever a test adds. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
  EventStoreConfiguration.class,
  DeadlineConfiguration.class,
  SerializationConfiguration.class,
  Ledger.class,
  Copying.class,
  Diary.class,
  Readings.class
})
class StoreApplication {

  static ConfigurableApplicationContext start(Map<String, String> properties) {
    return new SpringApplicationBuilder(StoreApplication.class)
        .web(WebApplicationType.NONE)
        .properties(Map.copyOf(properties))
        .run();
  }
}
