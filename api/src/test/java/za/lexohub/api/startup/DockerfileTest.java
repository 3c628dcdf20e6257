package za.lexohub.api.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the image promises to those who run it, read out of its recipe. */
class DockerfileTest {

  private static final Path ROOT = Path.of("..");
  private static final Path SERVICE = ROOT.resolve("infra-terraform/modules/service/main.tf");

  private final List<String> recipe = lines(ROOT.resolve("Dockerfile"));

  @Test
  void itRunsAsTheUserThatTheTaskNames() throws IOException {
    String user = only("USER ");

    assertThat(user).matches("[1-9][0-9]{3,}:[1-9][0-9]{3,}");
    assertThat(first(SERVICE, "user\\s+= \"([^\"]+)\"")).isEqualTo(user);
  }

  @Test
  void aSignalReachesTheApplicationItself() {
    assertThat(only("ENTRYPOINT ")).startsWith("[\"java\", ").endsWith("]");
  }

  @Test
  void itStartsWithTheClassesThatItsTrainingKept() {
    String training =
        starting("RUN ").stream()
            .filter(it -> it.contains("AOTCacheOutput"))
            .findFirst()
            .orElse("");
    assertThat(training)
        .contains("\"-XX:AOTCacheOutput=/application/application.aot\"")
        .contains("\"-Dspring.context.exit=onRefresh\"")
        .contains("file:/application/training.properties")
        .endsWith("\"-jar\", \"application.jar\"]");
    assertThat(only("ENTRYPOINT "))
        .contains("\"-XX:AOTCache=/application/application.aot\"")
        .endsWith("\"-jar\", \"application.jar\"]");
    // The JVM that made it is the one that takes it: in the stage that runs, after its last file
    // came.
    assertThat(recipe.indexOf("COPY image/training.properties ./"))
        .isGreaterThan(recipe.indexOf("COPY --from=layers /layers/extracted/application/ ./"));
    assertThat(
            recipe.lastIndexOf(
                recipe.stream().filter(it -> it.startsWith("FROM ")).toList().getLast()))
        .isLessThan(recipe.indexOf("COPY image/training.properties ./"));
  }

  @Test
  void allThatItWritesIsBelowTheOneFolderThatTheTaskMounts() throws IOException {
    assertThat(only("ENTRYPOINT ")).contains("\"-Djava.io.tmpdir=/tmp\"");
    assertThat(Files.readString(SERVICE)).contains("containerPath = \"/tmp\", readOnly = false");
    assertThat(starting("VOLUME ")).isEmpty();
  }

  @Test
  void theAuthoritiesOfTheDatabaseLieWhereTerraformLooksForThem() throws IOException {
    String wanted =
        first(
            ROOT.resolve("infra-terraform/modules/aurora/variables.tf"),
            "default\\s+= \"(/[^\"]+)\"");

    assertThat(only("ADD ")).endsWith(" " + wanted).contains("--chmod=444 https://");
  }

  @Test
  void itListensWhereTheBalancerLooks() throws IOException {
    assertThat(first(SERVICE, "port\\s+= (\\d+)")).isEqualTo(only("EXPOSE "));
  }

  @Test
  void everyBaseIsNamedWithItsVersion() {
    assertThat(starting("FROM "))
        .hasSize(2)
        .allMatch(base -> base.matches("eclipse-temurin:\\d+-(jdk|jre)-\\w+( AS \\w+)?"));
  }

  @Test
  void itHoldsNoSecretAndTakesInNothingButTheJarAndTheSettingsOfItsTraining() {
    assertThat(starting("ENV ")).isEmpty();
    assertThat(starting("ARG ")).isEmpty();
    assertThat(lines(ROOT.resolve(".dockerignore")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly("*", "!api/target/api-0.1.0-SNAPSHOT.jar", "!image/training.properties");
    assertThat(recipe).contains("COPY api/target/api-0.1.0-SNAPSHOT.jar application.jar");
  }

  private String only(String instruction) {
    List<String> found = starting(instruction);
    assertThat(found).as(instruction).hasSize(1);
    return found.getFirst();
  }

  private List<String> starting(String instruction) {
    return recipe.stream()
        .filter(line -> line.startsWith(instruction))
        .map(line -> line.substring(instruction.length()).strip())
        .toList();
  }

  private static String first(Path file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found.group(1);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
