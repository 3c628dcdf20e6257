package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How many connections a node may have to the server. */
class ConnectionsTest {

  /** A server allows a hundred by default; half of them are left to others. */
  private static final int HALF_OF_A_SERVER = 50;

  /** {@code spring.datasource.hikari.maximum-pool-size} of the application. */
  private static final int MAIN_POOL = 24;

  private static EventStoreProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("lexohub.event-store", EventStoreProperties.class);
  }

  @Test
  void allPoolsOfANodeTogetherStayBelowHalfOfAServersConnections() {
    EventStoreProperties defaults = bound(Map.of());

    assertThat(
            defaults.connections() + defaults.bulkReaders() + LogConfiguration.WRITERS + MAIN_POOL)
        .isLessThan(HALF_OF_A_SERVER);
    assertThat(defaults.segments()).isEqualTo(1);
    assertThat(defaults.batchSize()).isEqualTo(100);
    assertThat(defaults.appendTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    for (Map.Entry<String, String> setting :
        Map.of(
                "connections", "2",
                "bulk-readers", "0",
                "append-timeout", "0s",
                "segments", "0",
                "batch-size", "0")
            .entrySet()) {
      assertThatThrownBy(
              () -> bound(Map.of("lexohub.event-store." + setting.getKey(), setting.getValue())))
          .rootCause()
          .hasMessageContaining(setting.getKey());
    }
  }
}
