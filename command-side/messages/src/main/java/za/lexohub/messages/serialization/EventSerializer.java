package za.lexohub.messages.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as JSON under their logical names, absent values left out. Reading is strict: an
 * unknown name, revision or field stops the reader instead of being passed over.
 */
public final class EventSerializer extends Jackson3Serializer {

  private final EventTypes types;

  public EventSerializer(EventTypes types) {
    super(new Builder().jsonMapperBuilderCustomizer(EventSerializer::customize));
    this.types = types;
  }

  private static void customize(JsonMapper.Builder mapper) {
    mapper
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
        // The order of the record's components, for ever: the bytes are hashed.
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  @Override
  @SuppressWarnings("rawtypes") // Axon's signature
  public SerializedType typeForClass(Class type) {
    Class<?> event = type;
    return types
        .typeOf(event)
        .<SerializedType>map(
            t -> new SimpleSerializedType(t.value(), Integer.toString(t.revision())))
        .orElseGet(() -> super.typeForClass(type));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (type.getRevision() == null || isAxons(type.getName())) {
      return super.classForType(type);
    }
    Class<?> event = types.classOf(type.getName());
    int revision = types.typeOf(event).orElseThrow().revision();
    if (!Integer.toString(revision).equals(type.getRevision())) {
      throw new UnknownRevision(type, revision);
    }
    return event;
  }

  private static boolean isAxons(String name) {
    return MetaData.class.getName().equals(name) || name.startsWith("org.axonframework.");
  }

  /** The log holds a revision that no upcaster has brought to the present one. */
  public static final class UnknownRevision extends RuntimeException {
    UnknownRevision(SerializedType type, int present) {
      super(
          "the log holds %s in revision %s; this release reads revision %d and has no upcaster"
              .formatted(type.getName(), type.getRevision(), present));
    }
  }
}
