package za.lexohub.messages.serialization;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of an event's payload, as its record and the serializer make it. */
final class DerivedSchema {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final SchemaGenerator GENERATOR = generator();

  static String of(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    ObjectNode derived = GENERATOR.generateSchema(event);
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("$schema", derived.get("$schema"));
    schema.put("$id", "urn:lexohub:event:" + type.value() + ":" + type.revision());
    schema.put("title", type.value() + ", revision " + type.revision());
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
    config.forFields().withRequiredCheck(field -> !mayBeAbsent(field));
    config
        .forTypesInGeneral()
        .withPropertySorter((one, other) -> 0)
        .withCustomDefinitionProvider(DerivedSchema::ofOneValue);
    return new SchemaGenerator(config.build());
  }

  private static boolean mayBeAbsent(FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** An id that is written as its one value has that value's schema. */
  private static @Nullable CustomDefinition ofOneValue(
      ResolvedType type, SchemaGenerationContext context) {
    return component(type.getErasedType())
        .map(c -> context.getTypeContext().resolve(c.getGenericType()))
        .map(
            value ->
                new CustomDefinition(
                    context.createDefinition(value),
                    CustomDefinition.DefinitionType.INLINE,
                    CustomDefinition.AttributeInclusion.NO))
        .orElse(null);
  }

  private static Optional<RecordComponent> component(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .filter(c -> c.getAccessor().isAnnotationPresent(JsonValue.class))
            .findFirst()
        : Optional.empty();
  }

  private DerivedSchema() {}
}
