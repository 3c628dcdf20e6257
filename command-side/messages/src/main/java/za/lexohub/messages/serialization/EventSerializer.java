package za.lexohub.messages.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events as JSON under their logical names, absent values left out. Reads every revision
 * that a release has written, as the present one, wherever it was kept (the log, a dead letter).
 * Reading is strict: an unknown name, revision or field stops the reader instead of being passed
 * over.
 */
public final class EventSerializer extends Jackson3Serializer {

  private final EventTypes types;
  private final Upcasts upcasts;

  public EventSerializer(EventTypes types) {
    this(types, new Upcasts(types));
  }

  public EventSerializer(EventTypes types, Upcasts upcasts) {
    super(new Builder().jsonMapperBuilderCustomizer(EventSerializer::customize));
    this.types = types;
    this.upcasts = upcasts;
  }

  private static void customize(JsonMapper.Builder mapper) {
    mapper
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
        // The order of the record's components, for ever: the bytes are hashed.
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        // On its way through an upcast a quantity of 3.50 stays 3.50.
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
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

  /**
   * @throws UnreadableEvent when this release knows no such event
   */
  @Override
  public Class<?> classForType(SerializedType type) {
    return isEvent(type) ? types.classOf(upcasts.present(type).type()) : super.classForType(type);
  }

  /**
   * @throws UnreadableEvent when this release cannot bring it to the present revision
   */
  @Override
  public <S, T> T deserialize(SerializedObject<S> stored) {
    SerializedType type = stored.getType();
    if (isEvent(type)) {
      SerializedType present = upcasts.present(type).stored();
      if (!present.equals(type)) {
        ObjectNode payload = getConverter().convert(stored, ObjectNode.class).getData();
        return super.deserialize(
            new SimpleSerializedObject<>(upcasts.upcast(type, payload), ObjectNode.class, present));
      }
    }
    return super.deserialize(stored);
  }

  private static boolean isEvent(SerializedType type) {
    return type.getRevision() != null
        && !MetaData.class.getName().equals(type.getName())
        && !type.getName().startsWith("org.axonframework.");
  }
}
