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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.golden.GoldenLog;

/** Whole logs of past releases, see {@code golden-logs/README.md}. */
class GoldenLogsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<GoldenLog> releases() throws IOException {
    return GoldenLog.ofEveryRelease();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyEventIsReadAsAPresentOne(GoldenLog release) {
    assertThat(release.events())
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getPayload()).isInstanceOf(DomainEvent.class);
              assertThat(event.getMetaData()).containsKey(MetadataKeys.TENANT);
            });
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyEventIsValidUnderTheSchemaOfItsRevision(GoldenLog release) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Map<String, Schema> schemas = new HashMap<>();

    for (JsonNode event : release.lines()) {
      String type = event.required("type").asString();
      int revision = Integer.parseInt(event.required("revision").asString());
      Schema schema =
          schemas.computeIfAbsent(
              type + revision, key -> registry.getSchema(EventSchemas.jsonSchema(type, revision)));
      assertThat(schema.validate(event.required("payload").asString(), InputFormat.JSON))
          .as(event.toString())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theLogIsWholeAndAsItWasWritten(GoldenLog release) throws IOException {
    String file = Files.readString(release.file("events.ndjson"));
    List<JsonNode> events = release.lines();
    assertThat(file).startsWith("{\"lexohub\":\"event-export\",\"version\":1,");
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
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(line.required(field).asString()));
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
