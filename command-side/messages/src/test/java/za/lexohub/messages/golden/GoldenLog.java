package za.lexohub.messages.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.SerializationConfiguration;

/** The whole log that a release has left, in {@code golden-logs}. */
public final class GoldenLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LOGS = "command-side/messages/src/test/resources/golden-logs";

  private final Path folder;
  private final List<JsonNode> lines;

  private GoldenLog(Path folder) {
    this.folder = folder;
    try {
      List<String> file = Files.readAllLines(file("events.ndjson"));
      lines = file.subList(1, file.size() - 1).stream().map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Oldest first. */
  public static Stream<GoldenLog> ofEveryRelease() throws IOException {
    try (Stream<Path> releases = Files.list(logs())) {
      return releases.filter(Files::isDirectory).sorted().map(GoldenLog::new).toList().stream();
    }
  }

  /** From whichever module a test runs. */
  private static Path logs() {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path logs = above.resolve(LOGS);
      if (Files.isDirectory(logs)) {
        return logs;
      }
    }
    throw new IllegalStateException("there is no " + LOGS + " above the working directory");
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** One event each, as an export has it. */
  public List<JsonNode> lines() {
    return lines;
  }

  /** Opens what is sealed in this log. */
  public PersonalDataVault vault() throws IOException {
    return new GoldenVault(folder);
  }

  /** As the processors of the present release get them, through all upcasts. */
  public List<GenericTrackedDomainEventMessage<?>> events() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(SerializationConfiguration.class)) {
      Serializer serializer = context.getBean("eventSerializer", Serializer.class);
      return context
          .getBean(EventUpcaster.class)
          .upcast(lines.stream().map(line -> initial(line, serializer)))
          .<GenericTrackedDomainEventMessage<?>>map(event -> message(event, serializer))
          .toList();
    }
  }

  private static IntermediateEventRepresentation initial(JsonNode line, Serializer serializer) {
    return new InitialEventRepresentation(
        new TrackedDomainEventData<>(
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
                line.required("metadata").asString().getBytes(StandardCharsets.UTF_8))),
        serializer);
  }

  private static GenericTrackedDomainEventMessage<?> message(
      IntermediateEventRepresentation event, Serializer serializer) {
    Message<Object> message =
        new SerializedMessage<>(
            event.getMessageIdentifier(),
            new LazyDeserializingObject<>(event::getData, event.getType(), serializer),
            event.getMetaData());
    return new GenericTrackedDomainEventMessage<>(
        event.getTrackingToken().orElseThrow(),
        event.getAggregateType().orElseThrow(),
        event.getAggregateIdentifier().orElseThrow(),
        event.getSequenceNumber().orElseThrow(),
        message,
        event::getTimestamp);
  }

  /** The release's number. */
  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
