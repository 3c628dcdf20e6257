package za.lexohub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What a tired person types at night must exist: addresses, properties, files, alarms. */
class RunbooksTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGES = ROOT.resolve("docs/runbooks");
  private static final Path TERRAFORM = ROOT.resolve("infra-terraform");

  /** Spring's own, of those that are exposed. */
  private static final Set<String> SPRINGS =
      Set.of("health", "info", "metrics", "loggers", "threaddump");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return Stream.concat(files.sorted().toList().stream(), Stream.of(page("docs/capacity.md")));
    }
  }

  @Test
  void everyAlarmHasItsHeadingAndNoHeadingIsWithoutAnAlarm() throws IOException {
    Set<String> headings = new TreeSet<>();
    for (String line : Files.readAllLines(PAGES.resolve("alarms.md"))) {
      if (line.startsWith("### ")) {
        all("`([^`]+)`", line).map(found -> found.group(1)).forEach(headings::add);
      }
    }
    Set<String> alarms = TerraformAlarms.names(files(TERRAFORM.resolve("modules"), ".tf"));
    assertThat(alarms).hasSizeGreaterThan(50);
    assertThat(headings).isEqualTo(alarms);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void addressesExist(Path page) throws IOException {
    String text = Files.readString(page);
    Set<String> endpoints = new TreeSet<>(SPRINGS);
    for (Path source : mainSources()) {
      all("@WebEndpoint\\(id = \"(\\w+)\"", read(source))
          .map(found -> found.group(1))
          .forEach(endpoints::add);
    }
    assertThat(
            all("(?:/actuator/|\\bact )([a-z]+)", text)
                .map(found -> found.group(1))
                .filter(name -> !endpoints.contains(name)))
        .as("endpoints that nobody has")
        .isEmpty();
    List<Pattern> paths =
        JsonMapper.shared()
            .readTree(read(ROOT.resolve("api/openapi.json")))
            .get("paths")
            .propertyNames()
            .stream()
            .map(path -> Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")))
            .toList();
    assertThat(
            all("/api/v1/[a-z0-9/{}$_-]*[a-z0-9}]", text)
                .map(MatchResult::group)
                .filter(path -> paths.stream().noneMatch(known -> known.matcher(path).matches())))
        .as("addresses that openapi.json does not have")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void filesTestsAndBenchmarksExist(Path page) throws IOException {
    String text = Files.readString(page);
    assertThat(
            all("\\]\\(([^)#]+)(?:#[^)]*)?\\)", text)
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("http"))
                .filter(link -> Files.notExists(page.resolveSibling(link))))
        .as("links")
        .isEmpty();
    assertThat(
            all("(?<![\\w/.])((?:docs|infra-terraform|benchmarks|\\.ci)/[\\w./-]*\\w)", text)
                .map(found -> found.group(1))
                .filter(file -> Files.notExists(ROOT.resolve(file))))
        .as("files")
        .isEmpty();
    assertThat(all("\\]\\(([^)#]*)#([^)]+)\\)", text).filter(link -> !hasHeading(page, link)))
        .as("headings that are linked to")
        .extracting(MatchResult::group)
        .isEmpty();
    Set<String> classes = new TreeSet<>();
    for (Path source : files(ROOT, ".java")) {
      classes.add(source.getFileName().toString().replace(".java", ""));
    }
    assertThat(
            all("`([A-Z]\\w+(?:IT|Test))`", text)
                .map(found -> found.group(1))
                .filter(name -> !classes.contains(name)))
        .as("tests that are not there")
        .isEmpty();
    String benchmarks =
        read(ROOT.resolve("benchmarks/src/main/java/za/lexohub/benchmarks/Benchmarks.java"));
    assertThat(all("benchmarks/run ([a-z-]+)", text).map(found -> found.group(1)))
        .as("benchmarks")
        .allSatisfy(name -> assertThat(benchmarks).contains("BY_NAME.put(\"" + name + "\""));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void propertiesAndMetricsAreReadOrToldBySomebody(Path page) throws IOException {
    String text = Files.readString(page);
    Set<String> known = new TreeSet<>();
    for (Path source : mainSources()) {
      String code = read(source);
      all("lexohub\\.[a-z0-9.-]*[a-z0-9]", code).map(MatchResult::group).forEach(known::add);
      all(
              "@ConfigurationProperties\\(\"(lexohub[a-z0-9.-]*)\"\\)[^{]*?record"
                  + " \\w+\\(([^{]*?)\\)\\s*(?:implements [^{]*)?\\{",
              code)
          .forEach(
              record ->
                  all("(\\w+)\\s*(?:,|$)", record.group(2))
                      .forEach(one -> known.add(record.group(1) + "." + one.group(1))));
    }
    Set<String> canonical = known.stream().map(RunbooksTest::canonical).collect(Collectors.toSet());
    assertThat(
            Stream.concat(
                    all("\\blexohub\\.(?!example|auto\\.|module\\.)[a-z0-9.-]*[a-z0-9]", text)
                        .map(MatchResult::group),
                    all("\\bLEXOHUB_[A-Z0-9_]*[A-Z0-9]", text)
                        .map(MatchResult::group)
                        .filter(name -> !name.equals("LEXOHUB_DB_PASSWORD"))
                        .map(name -> name.replace('_', '.')))
                .map(RunbooksTest::canonical)
                .filter(name -> canonical.stream().noneMatch(it -> it.startsWith(name))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void resourcesOfTerraformExist(Path page) throws IOException {
    StringBuilder terraform = new StringBuilder();
    for (Path file : files(TERRAFORM, ".tf")) {
      terraform.append(read(file));
    }
    assertThat(all("\\b(aws_[a-z0-9_]+)\\.([a-z_]+)", Files.readString(page)))
        .allSatisfy(
            it ->
                assertThat(terraform)
                    .contains("resource \"%s\" \"%s\"".formatted(it.group(1), it.group(2))));
    String outputs = read(TERRAFORM.resolve("environments/production/outputs.tf"));
    assertThat(all("\\bout \\.([a-z_]+)", Files.readString(page)).map(found -> found.group(1)))
        .allSatisfy(name -> assertThat(outputs).containsPattern("\\b" + name + "\\s+= module"));
  }

  private static boolean hasHeading(Path page, MatchResult link) {
    Path file = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    return read(file)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .anyMatch(link.group(2)::equals);
  }

  static Stream<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  private static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "");
  }

  private static List<Path> mainSources() {
    return files(ROOT, ".java", ".yaml").stream()
        .filter(file -> file.toString().contains("/src/main/"))
        .toList();
  }

  private static final Map<String, List<Path>> FILES = new ConcurrentHashMap<>();

  private static List<Path> files(Path folder, String... endings) {
    return FILES.computeIfAbsent(
        folder + List.of(endings).toString(),
        key -> {
          try (Stream<Path> files = Files.walk(folder)) {
            return files
                .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                .filter(file -> !file.toString().contains("/target/"))
                .filter(file -> !file.toString().contains("/.terraform/"))
                .toList();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Path page(String name) {
    return ROOT.resolve(name);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
