package za.lexohub.benchmarks.projection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.benchmarks.Server;
import za.lexohub.benchmarks.contestant.LexoHubNode;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.projectors.ProjectorsConfiguration;
import za.lexohub.projectors.search.SearchProjectorsConfiguration;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.vault.VaultConfiguration;

/**
 * The log, the vault, all projectors and their three stores, configured as the product has them, in
 * this JVM and without its HTTP side.
 */
public final class ReadSide implements AutoCloseable {

  static final String SEGMENTS = "lexohub.event-store.segments";

  private static final int AT_ONCE = 500;

  private final ConfigurableApplicationContext context;

  /**
   * @param keys the folder of the vault's master key
   */
  ReadSide(Server server, Database database, Path keys, int segments, int batch) {
    this(server, database, keys, sizes(segments, batch));
  }

  /**
   * @param keys the folder of the vault's master key
   * @param more properties
   */
  ReadSide(Server server, Database database, Path keys, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("lexohub.opensearch.url", server.openSearch());
    context = started(server, database, keys, properties, SearchProduct.class);
  }

  private ReadSide(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Without the search, whose store takes longest to start.
   *
   * @param keys the folder of the vault's master key
   * @param more properties
   * @param sources more of the product; what they define comes before the product's own
   */
  public static ReadSide withoutSearch(
      Server server, Database database, Path keys, Map<String, Object> more, Class<?>... sources) {
    return new ReadSide(started(server, database, keys, new HashMap<>(more), sources));
  }

  private static ConfigurableApplicationContext started(
      Server server,
      Database database,
      Path keys,
      Map<String, Object> properties,
      Class<?>... sources) {
    properties.putAll(database.properties());
    properties.put("lexohub.redis.url", server.redis());
    properties.put("lexohub.keys.directory", keys.toString());
    List<Class<?>> all = new ArrayList<>(List.of(sources));
    all.add(Product.class);
    return LexoHubNode.context(properties, all.toArray(Class<?>[]::new));
  }

  private static Map<String, Object> sizes(int segments, int batch) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(SEGMENTS, segments);
    properties.put("lexohub.projections.batch-size", batch);
    return properties;
  }

  /** What begins anew: nobody remembers how far anything was read. */
  public static void forgetTokens(Database database) throws SQLException {
    Server.asOwner(database, List.of("delete from token_entry"));
  }

  public EventStorageEngine log() {
    return context.getBean(EventStorageEngine.class);
  }

  public PersonalDataVault vault() {
    return context.getBean(PersonalDataVault.class);
  }

  SearchIndexes indexes() {
    return context.getBean(SearchIndexes.class);
  }

  public AppliedPositions positions() {
    return context.getBean(AppliedPositions.class);
  }

  public StreamingEventProcessor processor(String group) {
    return context
        .getBean(EventProcessingConfiguration.class)
        .eventProcessor(group, StreamingEventProcessor.class)
        .orElseThrow();
  }

  /** The names of everything that reads the log here. */
  public List<String> groups() {
    return context.getBean(EventProcessingConfiguration.class).eventProcessors().keySet().stream()
        .sorted()
        .toList();
  }

  /** Appends the next so many events, many at a time. */
  public void fill(Lives lives, int events) {
    for (int done = 0; done < events; done += AT_ONCE) {
      List<DomainEventMessage<?>> some = lives.next(Math.min(AT_ONCE, events - done));
      log().appendEvents(some);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** Stops reading the log, as long as nobody starts it again. */
  public void stopReading() {
    groups().forEach(group -> processor(group).shutDown());
  }

  @Configuration(proxyBeanMethods = false)
  @Import({VaultConfiguration.class, ReadModelsConfiguration.class, ProjectorsConfiguration.class})
  static class Product {}

  @Configuration(proxyBeanMethods = false)
  @Import({SearchStoreConfiguration.class, SearchProjectorsConfiguration.class})
  static class SearchProduct {}
}
