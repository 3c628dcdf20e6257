package za.lexohub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.PartFailed;

class PartsSettingsTest {

  @Test
  void nothing_said_keeps_the_data_in_the_working_directory_and_the_usual_ports() {
    PartsSettings settings = PartsSettings.from(name -> null);

    assertThat(settings.data()).isEqualTo(Path.of(".lexohub"));
    assertThat(settings.fresh()).isFalse();
    assertThat(settings.kind()).isEqualTo(PartsSettings.Kind.EMBEDDED);
    assertThat(settings.ports())
        .containsEntry(Listener.POSTGRES, 15432)
        .containsEntry(Listener.OPENSEARCH, 19200);
  }

  @Test
  void blank_says_nothing() {
    assertThat(PartsSettings.from(name -> " ")).isEqualTo(PartsSettings.from(name -> null));
  }

  @Test
  void every_setting_is_read_from_its_property() {
    PartsSettings settings =
        PartsSettings.from(
            Map.of(
                    "lexohub.data", "/elsewhere",
                    "lexohub.fresh", "true",
                    "lexohub.parts", "containers",
                    "lexohub.ports.redis", "0")
                ::get);

    assertThat(settings.data()).isEqualTo(Path.of("/elsewhere"));
    assertThat(settings.fresh()).isTrue();
    assertThat(settings.kind()).isEqualTo(PartsSettings.Kind.CONTAINERS);
    assertThat(settings.ports()).containsEntry(Listener.REDIS, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "lexohub.fresh, yes",
    "lexohub.parts, docker",
    "lexohub.ports.smtp, smtp",
    "lexohub.ports.smtp, 65536",
    "lexohub.ports.smtp, -1"
  })
  void what_cannot_be_understood_is_named_with_what_is_expected(String property, String value) {
    assertThatThrownBy(() -> PartsSettings.from(Map.of(property, value)::get))
        .isInstanceOf(PartFailed.class)
        .hasMessageContainingAll(property, "\"" + value + "\"", "Set it to");
  }
}
