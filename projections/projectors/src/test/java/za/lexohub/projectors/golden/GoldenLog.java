package za.lexohub.projectors.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.serialization.SerializationConfiguration;

/** The log that a release has left, in {@code command-side/messages/src/test/resources}. */
final class GoldenLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path ALL =
      Path.of("../../command-side/messages/src/test/resources/golden-logs");

  final Path folder;
  private final List<JsonNode> lines;

  private GoldenLog(Path folder) {
    this.folder = folder;
    try {
      List<String> file = Files.readAllLines(folder.resolve("events.ndjson"));
      lines = file.subList(1, file.size() - 1).stream().map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<GoldenLog> ofEveryRelease() throws IOException {
    try (Stream<Path> releases = Files.list(ALL)) {
      return releases.filter(Files::isDirectory).sorted().map(GoldenLog::new).toList().stream();
    }
  }

  /** As the processors of the present release get them. */
  List<? extends DomainEventMessage<?>> events() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(SerializationConfiguration.class)) {
      return EventStreamUtils.upcastAndDeserializeDomainEvents(
              lines.stream().map(GoldenLog::stored),
              context.getBean("eventSerializer", Serializer.class),
              context.getBean(EventUpcaster.class))
          .asStream()
          .toList();
    }
  }

  private static TrackedDomainEventData<byte[]> stored(JsonNode line) {
    return new TrackedDomainEventData<>(
        new GlobalSequenceTrackingToken(line.required("position").asLong()),
        new GenericDomainEventEntry<>(
            line.required("aggregateType").asString(),
            line.required("aggregateId").asString(),
            line.required("sequence").asLong(),
            line.required("eventId").asString(),
            Instant.parse(line.required("occurredAt").asString()),
            line.required("type").asString(),
            line.required("revision").asString(),
            line.required("payload").asString().getBytes(StandardCharsets.UTF_8),
            line.required("metadata").asString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
