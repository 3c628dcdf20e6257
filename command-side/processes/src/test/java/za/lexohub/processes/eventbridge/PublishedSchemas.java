package za.lexohub.processes.eventbridge;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of {@code docs/schemas/bus}, and those that the records come to. */
final class PublishedSchemas {

  static final Path FOLDER = Path.of("../../docs/schemas/bus");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** As the record of its data says. */
  static String derived(Announcement announcement) {
    ObjectNode derived = generator().generateSchema(announcement.data());
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("$schema", derived.get("$schema"));
    schema.put("$id", announcement.schema());
    schema.put("title", "data of " + announcement.type());
    derived.propertyStream().forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
    return MAPPER.writeValueAsString(schema).replace(System.lineSeparator(), "\n") + "\n";
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.PLAIN_DEFINITION_KEYS);
    config
        .forFields()
        .withRequiredCheck(field -> true)
        .withNullableCheck(
            field -> field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
    config.forTypesInGeneral().withPropertySorter((one, other) -> 0);
    return new SchemaGenerator(config.build());
  }

  /** What is wrong with data under the published schema of that {@code $id}. */
  static List<Error> errors(String id, JsonNode data) {
    return REGISTRY
        .getSchema(published(id))
        .validate(
            data.toString(),
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String published(String id) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(PublishedSchemas::text)
          .filter(text -> MAPPER.readTree(text).path("$id").asString("").equals(id))
          .findFirst()
          .orElseThrow(() -> new AssertionError("docs/schemas/bus has no schema " + id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PublishedSchemas() {}
}
