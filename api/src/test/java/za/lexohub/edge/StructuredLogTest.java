package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import tools.jackson.databind.JsonNode;

/** The log as a node on AWS writes it. */
class StructuredLogTest extends EdgeTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  /** Whom and what the request is about. */
  private static final List<String> PERSONAL =
      List.of("Dlamini", "Nomvula", "nomvula@", "Khumalo", "sipho@", "Fox Street", "Transit");

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

  @BeforeEach
  void listen() {
    LoggerContext context = root.getLoggerContext();
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(written);
    appender.start();
    root.addAppender(appender);
  }

  @AfterEach
  void leave() {
    root.detachAppender(appender);
    appender.stop();
  }

  @Test
  void whatARequestLeavesHasItsIdsAndNamesNobody() {
    gateway.refusal = new IllegalStateException("broken");
    String correlation = "story-" + UUID.randomUUID();
    Reply reply =
        post("/api/v1/matters")
            .as("thandi")
            .freshKey()
            .header("X-Correlation-Id", correlation)
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .json(MATTER)
            .send();
    assertThat(reply.status()).isEqualTo(500);

    List<JsonNode> lines = lines();
    assertThat(lines)
        .filteredOn(line -> line.path("correlationId").asString("").equals(correlation))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("traceId").asString("")).isEqualTo(TRACE);
              assertThat(line.path("tenant").asString("")).isEqualTo(THANDI);
              assertThat(line.at("/log/level").asString("")).isEqualTo("ERROR");
            });
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain(PERSONAL);
  }

  @Test
  void aNodeOnAwsWritesItSo() throws Exception {
    assertThat(Files.readString(Path.of("src/main/resources/application-aws.yaml")))
        .contains("logging.structured.format.console: ecs");
  }

  private List<JsonNode> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }
}
