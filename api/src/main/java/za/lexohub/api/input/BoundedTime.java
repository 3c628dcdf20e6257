package za.lexohub.api.input;

import java.time.DateTimeException;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import za.lexohub.api.request.BusinessYears;

/** A day or a time, as text, of the {@link BusinessYears}; stands at every field by its type. */
final class BoundedTime<T> extends StdScalarDeserializer<T> {
  private final Class<T> type;
  private final ValueDeserializer<? extends T> parser;
  private final Predicate<T> isBusiness;

  BoundedTime(Class<T> type, ValueDeserializer<? extends T> parser, Predicate<T> isBusiness) {
    super(type);
    this.type = type;
    this.parser = parser;
    this.isBusiness = isBusiness;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return type.cast(context.handleUnexpectedToken(context.constructType(type), json));
    }
    String text = json.getString();
    try {
      T value = parser.deserialize(json, context);
      if (value == null || isBusiness.test(value)) {
        return value;
      }
    } catch (DateTimeException beyondAllTime) {
      // Told like any other year that nobody means.
    }
    return type.cast(context.handleWeirdStringValue(type, text, BusinessYears.EXPECTED));
  }
}
