package za.lexohub.projectors.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.eventstore.EventStoreConfiguration;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.SerializationConfiguration;
import za.lexohub.projectors.ProjectorsConfiguration;
import za.lexohub.projectors.asone.BatchCounts;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;

/** One node with the log and all projectors in SQL and Redis, as the product has them. */
final class LogNode implements AutoCloseable {

  private static final int AT_ONCE = 200;

  private final ConfigurableApplicationContext context;

  LogNode(Database database, String redisUrl, PersonalDataVault vault, int batchSize) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("lexohub.redis.url", redisUrl);
    properties.put("lexohub.projections.batch-size", batchSize);
    properties.put("logging.level.root", "ERROR");
    context =
        new SpringApplicationBuilder(Product.class)
            .web(WebApplicationType.NONE)
            .properties(properties)
            .initializers(
                (ApplicationContextInitializer<GenericApplicationContext>)
                    made -> made.registerBean(PersonalDataVault.class, () -> vault))
            .run();
  }

  /** Appends while nobody reads, so that there is much to be read at once. */
  void fill(List<? extends DomainEventMessage<?>> events) {
    groups().values().forEach(StreamingEventProcessor::shutDown);
    EventStorageEngine log = context.getBean(EventStorageEngine.class);
    for (int from = 0; from < events.size(); from += AT_ONCE) {
      log.appendEvents(events.subList(from, Math.min(from + AT_ONCE, events.size())));
    }
  }

  void read() {
    groups().values().forEach(StreamingEventProcessor::start);
  }

  /** To where everything is applied, or parked. */
  long appliedThrough() {
    AppliedPositions positions = context.getBean(AppliedPositions.class);
    return groups().keySet().stream().mapToLong(positions::appliedThrough).min().orElseThrow();
  }

  BatchCounts batches() {
    return context.getBean(BatchCounts.class);
  }

  /** The read models that are filled here. */
  List<String> readModels() {
    return ReadModelGroups.all().stream().filter(groups().keySet()::contains).toList();
  }

  private Map<String, StreamingEventProcessor> groups() {
    Map<String, StreamingEventProcessor> groups = new HashMap<>();
    context
        .getBean(EventProcessingConfiguration.class)
        .eventProcessors()
        .forEach((name, processor) -> groups.put(name, (StreamingEventProcessor) processor));
    return groups;
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    EventStoreConfiguration.class,
    SerializationConfiguration.class,
    ReadModelsConfiguration.class,
    ProjectorsConfiguration.class
  })
  static class Product {}
}
