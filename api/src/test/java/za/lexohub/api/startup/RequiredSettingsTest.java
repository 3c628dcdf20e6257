package za.lexohub.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A process on AWS says what it was not told, before it reaches for anything. */
class RequiredSettingsTest {

  static Stream<Setting> settings() {
    return RequiredSettings.SETTINGS.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"command", "process", "worker", "projection", "query"})
  void aTaskWithAllItsVariablesStarts(String role) {
    assertThatCode(() -> start(complete(role), "aws", role)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void eachMissingSettingIsNamedWithItsVariable(Setting setting) {
    for (String role : setting.roles()) {
      Map<String, Object> environment = complete(role);
      environment.remove(setting.variable());

      assertThatThrownBy(() -> start(environment, "aws", role))
          .isInstanceOf(MissingSettings.class)
          .hasMessage(
              "%s (%s) is missing: %s."
                  .formatted(setting.variable(), setting.property(), setting.what()));
    }
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    assertThatThrownBy(() -> start(Map.of(), "aws"))
        .extracting(failure -> failure.getMessage().lines().count())
        .isEqualTo((long) RequiredSettings.SETTINGS.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "changeme", "CHANGE_ME", "<your bucket>", "${NOT_SET}", "TODO"})
  void whatStandsInForAValueIsNone(String value) {
    Map<String, Object> environment = complete("command");
    environment.put("LEXOHUB_S3_BUCKET", value);

    assertThatThrownBy(() -> start(environment, "aws", "command"))
        .hasMessageContaining("LEXOHUB_S3_BUCKET (lexohub.s3.bucket)")
        .hasMessageEndingWith("the bucket of the papers.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.internal", "jdbc:mysql://db/lexohub", "jdbc:postgresql://"})
  void anAddressOfTheWrongFormIsRefusedWithoutRepeatingIt(String url) {
    Map<String, Object> environment = complete("projection");
    environment.put("SPRING_DATASOURCE_URL", url);

    assertThatThrownBy(() -> start(environment, "aws", "projection"))
        .hasMessage(
            "SPRING_DATASOURCE_URL (spring.datasource.url) must be a URL, jdbc:postgresql://...:"
                + " the database.");
  }

  @Test
  void aProcessThatDoesNotMigrateNeedsNoOwner() {
    Map<String, Object> environment = complete("process");
    environment.remove("SPRING_FLYWAY_USER");
    environment.remove("SPRING_FLYWAY_PASSWORD");
    environment.put("SPRING_FLYWAY_ENABLED", "false");

    assertThatCode(() -> start(environment, "aws", "process")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "query"})
  void whoLogsInByIamNeedsNoPassword(String role) {
    Map<String, Object> environment = complete(role);
    environment.remove("SPRING_DATASOURCE_PASSWORD");
    environment.remove("SPRING_FLYWAY_PASSWORD");
    environment.put("LEXOHUB_DATABASE_IAM", "true");

    assertThatCode(() -> start(environment, "aws", role)).doesNotThrowAnyException();
  }

  @Test
  void otherProfilesAreAskedForNothing() {
    assertThatCode(() -> start(Map.of(), "embedded")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void terraformTellsEachTaskWhatItsRoleRequires(Setting setting) {
    TaskEnvironment tasks = TaskEnvironment.read();
    for (String role : setting.roles()) {
      assertThat(tasks.tells(role, setting.variable()))
          .as("%s to %s, of %s", setting.variable(), role, tasks)
          .isTrue();
    }
  }

  @Test
  void theReadingOfTerraformTellsRolesApart() {
    TaskEnvironment tasks = TaskEnvironment.read();

    assertThat(tasks.tells("projection", "SPRING_MAIL_HOST")).isFalse();
    assertThat(tasks.tells("worker", "LEXOHUB_REDIS_URL")).isFalse();
    assertThat(tasks.tells("query", "SPRING_FLYWAY_USER")).isFalse();
  }

  @Test
  void theFailureIsPrintedAsItsSentences() {
    var analysis =
        new MissingSettingsAnalyzer()
            .analyze(new MissingSettings(List.of("A is missing.", "B is missing.")));

    assertThat(analysis.getDescription()).contains("A is missing.").contains("B is missing.");
    assertThat(analysis.getAction()).contains("environment");
  }

  private static Map<String, Object> complete(String role) {
    Map<String, Object> environment = new HashMap<>();
    for (Setting setting : RequiredSettings.SETTINGS) {
      if (setting.roles().contains(role)) {
        environment.put(
            setting.variable(),
            switch (setting.form()) {
              case TEXT -> "some-name";
              case WEB_URL -> "https://some.example/path";
              case JDBC_URL -> "jdbc:postgresql://db.example:5432/lexohub?sslmode=verify-full";
              case REDIS_URL -> "rediss://user:secret@cache.example:6379";
            });
      }
    }
    return environment;
  }

  private static void start(Map<String, Object> variables, String... profiles) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new HashMap<>(variables)));
    ConfigurationPropertySources.attach(environment);
    environment.setActiveProfiles(profiles);
    new RequiredSettings().postProcessEnvironment(environment, new SpringApplication());
  }
}
