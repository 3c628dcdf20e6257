package za.lexohub.api.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start that the image is made with: complete, and leading nowhere. */
class TrainingTest {

  private final Properties training = new Properties();

  @BeforeEach
  void read() throws IOException {
    try (Reader text = Files.newBufferedReader(Path.of("../image/training.properties"))) {
      training.load(text);
    }
  }

  @Test
  void itLacksNothingThatATaskMustBeTold() {
    assertThat(training.stringPropertyNames())
        .containsAll(RequiredSettings.SETTINGS.stream().map(Setting::property).toList());
    assertThat(RequiredSettings.SETTINGS)
        .allSatisfy(it -> assertThat(it.complaint(training.getProperty(it.property()))).isEmpty());
  }

  @Test
  void noAddressInItIsAnybodys() {
    assertThat(training.values().stream().map(Object::toString).filter(it -> it.contains("://")))
        .isNotEmpty()
        .allMatch(it -> it.contains("://localhost:1") || it.equals("https://none.example"));
  }
}
