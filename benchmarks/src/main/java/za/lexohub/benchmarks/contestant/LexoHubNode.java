package za.lexohub.benchmarks.contestant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.eventstore.EventStoreConfiguration;
import za.lexohub.messages.serialization.SerializationConfiguration;

/**
 * Our store as the application has it, by its public configuration, with every guarantee on: dense
 * positions, an idempotency key and a leaf hash for each append.
 */
public final class LexoHubNode implements Node {

  private final ConfigurableApplicationContext context;
  private final EventStorageEngine engine;
  private final CommandGateway commands;

  private LexoHubNode(ConfigurableApplicationContext context) {
    this.context = context;
    this.engine = context.getBean(EventStorageEngine.class);
    this.commands = context.getBean(CommandGateway.class);
  }

  static LexoHubNode start(Database database) {
    return new LexoHubNode(context(new HashMap<>(database.properties())));
  }

  /**
   * The store with Axon around it and an aggregate.
   *
   * @param more beans
   */
  public static ConfigurableApplicationContext context(
      Map<String, Object> properties, Class<?>... more) {
    properties.putIfAbsent("logging.level.root", "WARN");
    return new SpringApplicationBuilder(Application.class)
        .sources(more)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .properties(properties)
        .run();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({EventStoreConfiguration.class, SerializationConfiguration.class, Tally.class})
  static class Application {}

  @Override
  public void append(UUID stream, long sequence) {
    String key = stream + "-" + sequence;
    engine.appendEvents(
        List.of(
            Samples.event(
                stream, sequence, Samples.idempotent(Samples.metadata(stream), key, stream))));
  }

  @Override
  public void command(UUID aggregate) {
    Map<String, Object> metadata =
        Samples.idempotent(Samples.metadata(aggregate), UUID.randomUUID().toString(), aggregate);
    commands.sendAndWait(
        new GenericCommandMessage<>(new Tally.Count(aggregate, "text", 1)).andMetaData(metadata));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readAll() {
    return engine.readEvents(engine.createTailToken(), false);
  }

  @Override
  public void close() {
    context.close();
  }
}
