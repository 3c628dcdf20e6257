package za.lexohub.processes.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import za.lexohub.processes.telemetry.CloudWatchStub.Put;

class CloudWatchMetricsTest {

  private static final Path OBSERVABILITY = root().resolve("infra-terraform/modules/observability");
  private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");

  /** {@code SELECT MAX(name) FROM "space"} and {@code FROM SCHEMA("space", …)}. */
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "SELECT \\w+\\((?:\\\\\")?([\\w.]+)(?:\\\\\")?\\) FROM"
              + " (?:SCHEMA\\()?\\\\\"(LexoHub/\\w+)");

  private static final Pattern DRAWN = Pattern.compile("\\[\"(LexoHub/\\w+)\", \"(\\w+)\"");
  private static final Pattern GAUGE = Pattern.compile("\"(lexohub\\.[a-z.]+)\"");

  private final ApplicationContextRunner node =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  MetricsAutoConfiguration.class,
                  CompositeMeterRegistryAutoConfiguration.class,
                  SimpleMetricsExportAutoConfiguration.class))
          .withUserConfiguration(TelemetryConfiguration.class);

  @Test
  void whatAlarmsAndDashboardAskForIsTold() throws IOException {
    try (CloudWatchStub cloudWatch = new CloudWatchStub()) {
      run(cloudWatch);

      Set<String> told =
          cloudWatch.puts().stream()
              .map(put -> put.namespace() + " " + put.name())
              .collect(Collectors.toSet());
      assertThat(told).containsAll(askedFor());
    }
  }

  @Test
  void theMetricsOfThePlanHaveItsDimensionsAndUnits() throws IOException {
    try (CloudWatchStub cloudWatch = new CloudWatchStub()) {
      run(cloudWatch);

      assertThat(named(cloudWatch, "Errors"))
          .containsExactly(
              new Put(
                  "LexoHub/API",
                  "Errors",
                  Map.of("ErrorType", "unavailable", "Endpoint", "GET /api/v1/matters"),
                  1,
                  "Count"));
      assertThat(named(cloudWatch, "GenerationDuration"))
          .containsExactly(
              new Put("LexoHub/Invoices", "GenerationDuration", Map.of(), 1500, "Milliseconds"));
      assertThat(named(cloudWatch, "GenerationSuccess"))
          .singleElement()
          .satisfies(put -> assertThat(put.value()).isEqualTo(0.5))
          .satisfies(put -> assertThat(put.dimensions()).isEmpty());
      assertThat(named(cloudWatch, "lexohub.log.append.waiting"))
          .singleElement()
          .satisfies(put -> assertThat(put.value()).isEqualTo(7))
          .satisfies(put -> assertThat(put.namespace()).isEqualTo("LexoHub/Log"));
    }
  }

  @Test
  void whatNobodyAsksForIsNotPaidFor() throws IOException {
    try (CloudWatchStub cloudWatch = new CloudWatchStub()) {
      run(cloudWatch);

      assertThat(named(cloudWatch, "jvm.something")).isEmpty();
      assertThat(named(cloudWatch, "jvm.something.value")).isEmpty();
      assertThat(named(cloudWatch, "lexohub.audit.alarm"))
          .extracting(Put::namespace)
          .containsExactly("LexoHub/Log");
    }
  }

  @Test
  void elsewhereThanOnAwsNothingLeavesTheNode() {
    node.run(
        context ->
            assertThat(context.getBean(MeterRegistry.class))
                .isInstanceOf(SimpleMeterRegistry.class));
  }

  private void run(CloudWatchStub cloudWatch) {
    node.withPropertyValues(
            "lexohub.metrics.cloudwatch.enabled=true",
            "lexohub.cloudwatch.endpoint=" + cloudWatch.endpoint(),
            "lexohub.aws.access-key-id=key",
            "lexohub.aws.secret-access-key=secret")
        .run(
            context -> {
              // As the log's own meters are registered: with the only registry, or not at all.
              MeterRegistry meters = context.getBeanProvider(MeterRegistry.class).getIfUnique();
              assertThat(meters).isNotNull();
              measure(meters);
              assertThat(context.getBean(SimpleMeterRegistry.class).getMeters()).isNotEmpty();
            });
  }

  private static void measure(MeterRegistry meters) {
    for (String gauge :
        List.of(
            "jvm.something",
            "lexohub.audit.alarm",
            "lexohub.audit.unsealed",
            "lexohub.deadletters",
            "lexohub.log.append.oldest.writer.age",
            "lexohub.log.append.waiting",
            "lexohub.projection.lag",
            "lexohub.selfcheck.drift")) {
      Gauge.builder(gauge, () -> 7).register(meters);
    }
    meters.counter("lexohub.sessions.unchecked").increment();
    meters
        .counter(
            "lexohub.api.errors", "Endpoint", "GET /api/v1/matters", "ErrorType", "unavailable")
        .increment();
    var generation =
        new InvoiceGeneration(meters, Clock.fixed(ASKED.plusMillis(1500), ZoneOffset.UTC));
    generation.stored(ASKED);
    generation.failed();
  }

  private static List<Put> named(CloudWatchStub cloudWatch, String name) {
    return cloudWatch.puts().stream().filter(put -> put.name().equals(name)).toList();
  }

  private static Set<String> askedFor() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String file : List.of("alarms.tf", "dashboard.tf")) {
      String text = Files.readString(OBSERVABILITY.resolve(file));
      find(ASKED_FOR, text, it -> names.add(it.group(2) + " " + it.group(1)));
      find(DRAWN, text, it -> names.add(it.group(1) + " " + it.group(2)));
      find(GAUGE, text, it -> names.add("LexoHub/Log " + it.group(1)));
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(11);
    return names;
  }

  private static void find(Pattern pattern, String text, Consumer<Matcher> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.accept(matcher);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("infra-terraform"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
