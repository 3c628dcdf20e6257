package za.lexohub.messages.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.DomainEvent;

/** Whole logs of past releases, see {@code golden-logs/README.md}. */
class GoldenLogsTest {

  private static final Path LOGS = Path.of("src/test/resources/golden-logs");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Upcasts upcasts = new Upcasts(new EventTypes());
  private final EventSerializer serializer = new EventSerializer(new EventTypes(), upcasts);

  static Stream<Path> releases() throws IOException {
    try (Stream<Path> folders = Files.list(LOGS)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyEventIsReadAsAPresentOne(Path release) throws IOException {
    List<JsonNode> events = events(release);
    assertThat(events).isNotEmpty();

    for (JsonNode event : events) {
      assertThat(read(event)).as(event.toString()).isInstanceOf(DomainEvent.class);
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyEventIsValidUnderTheSchemaOfItsRevision(Path release) throws IOException {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Map<String, Schema> schemas = new HashMap<>();

    for (JsonNode event : events(release)) {
      String type = event.required("type").asString();
      int revision = Integer.parseInt(event.required("revision").asString());
      Schema schema =
          schemas.computeIfAbsent(
              type + revision,
              key -> registry.getSchema(EventSchemas.jsonSchema(type, revision)));
      assertThat(schema.validate(event.required("payload").asString(), InputFormat.JSON))
          .as(event.toString())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theLogIsWholeAndAsItWasWritten(Path release) throws IOException {
    String file = Files.readString(release.resolve("events.ndjson"));
    List<JsonNode> events = events(release);
    int end = file.lastIndexOf("{\"trailer\"");
    JsonNode trailer = JSON.readTree(file.substring(end)).required("trailer");

    assertThat(trailer.required("events").asInt()).isEqualTo(events.size());
    assertThat(trailer.required("sha256").asString())
        .isEqualTo(sha256(file.substring(0, end).getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = events.get(i);
      assertThat(event.required("position").asLong()).isEqualTo(i + 1);
      assertThat(sha256(leaf(event))).isEqualTo(event.required("leafHash").asString());
    }
  }

  private static List<JsonNode> events(Path release) throws IOException {
    List<String> lines = Files.readAllLines(release.resolve("events.ndjson"));
    assertThat(JSON.readTree(lines.getFirst()).required("lexohub").asString())
        .isEqualTo("event-export");
    return lines.subList(1, lines.size() - 1).stream().map(JSON::readTree).toList();
  }

  /** As a processor reads it. */
  private Object read(JsonNode line) {
    GenericDomainEventEntry<byte[]> stored =
        new GenericDomainEventEntry<>(
            line.required("aggregateType").asString(),
            line.required("aggregateId").asString(),
            line.required("sequence").asLong(),
            line.required("eventId").asString(),
            Instant.parse(line.required("occurredAt").asString()),
            line.required("type").asString(),
            line.required("revision").asString(),
            text(line, "payload"),
            text(line, "metadata"));
    IntermediateEventRepresentation present =
        new LogUpcaster(upcasts, new UnreadableEvents(java.time.Clock.systemUTC()))
            .upcast(
                Stream.of(
                    new InitialEventRepresentation(
                        new TrackedDomainEventData<>(
                            new GlobalSequenceTrackingToken(line.required("position").asLong()),
                            stored),
                        serializer)))
            .findFirst()
            .orElseThrow();
    assertThat(present.getMetaData().getObject()).containsKey("tenant");
    return new LazyDeserializingObject<>(present::getData, present.getType(), serializer)
        .getObject();
  }

  /** RFC 6962: 0x00 and the columns, each with its length before it. */
  private static byte[] leaf(JsonNode line) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(0);
    number(out, line.required("position").asLong());
    UUID id = UUID.fromString(line.required("eventId").asString());
    out.writeInt(16);
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
    field(out, text(line, "aggregateType"));
    field(out, text(line, "aggregateId"));
    number(out, line.required("sequence").asLong());
    field(out, text(line, "type"));
    field(out, text(line, "revision"));
    field(out, text(line, "tenant"));
    number(out, micros(line, "occurredAt"));
    number(out, micros(line, "recordedAt"));
    field(out, text(line, "payload"));
    field(out, text(line, "metadata"));
    return bytes.toByteArray();
  }

  private static byte[] text(JsonNode line, String field) {
    return line.required(field).asString().getBytes(StandardCharsets.UTF_8);
  }

  private static long micros(JsonNode line, String field) {
    return ChronoUnit.MICROS.between(
        Instant.EPOCH, Instant.parse(line.required(field).asString()));
  }

  private static void number(DataOutputStream out, long number) throws IOException {
    out.writeInt(8);
    out.writeLong(number);
  }

  private static void field(DataOutputStream out, byte[] field) throws IOException {
    out.writeInt(field.length);
    out.write(field);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
