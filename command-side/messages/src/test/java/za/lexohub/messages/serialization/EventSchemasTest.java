package za.lexohub.messages.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;

/**
 * The published schemas say what the log holds. {@code -Dschemas.write} writes the files that are
 * missing, and only those.
 */
class EventSchemasTest {

  private static final Path PUBLISHED = Path.of("../../docs/schemas");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<Class<?>> events() {
    return StreamSupport.stream(new EventTypes().events().spliterator(), false);
  }

  static Stream<String> goldens() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void thePresentRevisionIsPublishedAsItsRecordHasIt(Class<?> event) throws IOException {
    EventType type = event.getAnnotation(EventType.class);
    Path file = PUBLISHED.resolve(EventSchemas.fileName(type.value(), type.revision()));
    if (Boolean.getBoolean("schemas.write") && !Files.exists(file)) {
      Files.createDirectories(PUBLISHED);
      Files.writeString(file, DerivedSchema.of(event));
    }

    assertThat(file).exists().content().isEqualTo(DerivedSchema.of(event));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyRevisionThatWasWrittenIsValidUnderItsSchema(String golden) throws IOException {
    int dash = golden.lastIndexOf('-');
    String schema =
        EventSchemas.jsonSchema(
            golden.substring(0, dash),
            Integer.parseInt(golden.substring(dash + 1).replace(".json", "")));

    assertThat(errors(schema, Files.readString(GOLDEN.resolve(golden)))).isEmpty();
  }

  @Test
  void whatNoReleaseWroteIsInvalid() throws IOException {
    String schema = EventSchemas.jsonSchema("MatterResumed", 1);
    String golden = Files.readString(GOLDEN.resolve("MatterResumed-1.json"));

    assertThat(errors(schema, golden)).isEmpty();
    assertThat(errors(schema, golden.replace("{", "{\"because\":\"it can\",")))
        .as("a field too many")
        .isNotEmpty();
    assertThat(errors(schema, "{}")).as("a field too few").isNotEmpty();
    assertThat(errors(schema, golden.replaceFirst(":\"[^\"]*\"", ":7")))
        .as("a number for an id")
        .isNotEmpty();
  }

  @Test
  void whatMayBeAbsentNeedNotBeThere() {
    assertThat(EventSchemas.jsonSchema("ProFormaExtended", 1))
        .as("only the end of the phase it was in, see %s", ProFormaExtended.class)
        .contains("\"required\" : [ \"proFormaId\", \"phase\" ]");
  }

  @Test
  void whatWasNeverWrittenHasNoSchema() {
    assertThat(EventSchemas.jsonSchema("MatterSettled", 1))
        .as("see %s", MatterSettled.class)
        .contains("urn:lexohub:event:MatterSettled:1");
    assertThatThrownBy(() -> EventSchemas.jsonSchema("MatterSettled", 99))
        .hasMessage("there is no schema of MatterSettled in revision 99");
    assertThatThrownBy(() -> EventSchemas.jsonSchema("../EventSchemas", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Error> errors(String schema, String json) {
    return registry
        .getSchema(schema)
        .validate(
            json,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
