package za.lexohub.projectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreConfiguration;

/** The configuration as the application imports it, on Axon's Spring Boot configuration. */
class SearchProjectorsConfigurationIT {

  private final TestStores stores = TestStores.open();
  private final PublishedPositions published = new PublishedPositions(stores.jdbc);
  private final SearchStore store = new SearchStore();
  private final Story story = new Story(new MemoryVault());

  @AfterEach
  void close() throws Exception {
    store.close();
    stores.close();
  }

  @Test
  void projects_and_rebuilds_a_deleted_index_by_itself() throws Exception {
    String id = story.matterId.toString();
    try (ConfigurableApplicationContext application = start()) {
      assertThat(application.getBean(EventProcessingConfiguration.class).eventProcessors())
          .containsOnlyKeys("matter-search", "pro-forma-search", "invoice-search");
      application
          .getBean(EventStore.class)
          .publish(
              SearchStore.messages(
                  id,
                  story,
                  story.matterOpened(),
                  new MatterPutOnHold(story.matterId, story.note("waiting"))));
      await().atMost(Duration.ofSeconds(30)).until(() -> isOnHold(id));

      published.publish("matter-search", 0, 2);
      store.delete(SearchIndex.MATTERS);
      await().atMost(Duration.ofSeconds(60)).until(() -> isOnHold(id));
      assertThat(published.floor("matter-search")).isEqualTo(2);
    }
  }

  private boolean isOnHold(String id) {
    if (store.indexes.state(SearchIndex.MATTERS) != SearchIndexes.State.CURRENT) {
      return false;
    }
    Map<String, Object> found = store.found(SearchIndex.MATTERS, id);
    return found != null && "ON_HOLD".equals(found.get("status"));
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .initializers(
            context -> {
              context.getBeanFactory().registerSingleton("vault", story.vault);
              context.getBeanFactory().registerSingleton("published", published);
            })
        .properties(
            "lexohub.opensearch.url=" + TestParts.openSearch().url(),
            "lexohub.search.look-interval=200ms",
            "axon.eventhandling.processors.matter-search.mode=pooled",
            "axon.eventhandling.processors.matter-search.initial-segment-count=2",
            "spring.autoconfigure.exclude="
                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
        .run();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({SearchStoreConfiguration.class, SearchProjectorsConfiguration.class})
  static class Application {

    @Bean
    EventStore eventStore() {
      return EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    }

    @Bean
    TokenStore tokenStore() {
      return new InMemoryTokenStore();
    }
  }
}
