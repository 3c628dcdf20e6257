package za.lexohub.api.input;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import za.lexohub.api.request.BusinessYears;

/**
 * JSON as this API takes it: nothing unknown, nothing twice, no type bent into another. An amount
 * is an integer or refused; a date is text, of a year that business knows.
 */
public final class StrictJson {
  public static JsonMapper mapper() {
    SimpleModule text = new SimpleModule("plain-text");
    text.addDeserializer(String.class, new PlainText());
    text.addDeserializer(
        LocalDate.class,
        new BoundedTime<>(LocalDate.class, LocalDateDeserializer.INSTANCE, BusinessYears::hold));
    text.addDeserializer(
        Instant.class,
        new BoundedTime<>(Instant.class, InstantDeserializer.INSTANT, BusinessYears::hold));
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxNumberLength(100)
                        .maxStringLength(100_000)
                        .build())
                .build())
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .addModule(text)
        .build();
  }

  /** Text that every store and every mail header survives: no control characters but whitespace. */
  private static final class PlainText extends StdScalarDeserializer<String> {
    PlainText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
      }
      String value = parser.getString();
      if (value.chars().anyMatch(PlainText::isForbidden) || hasLoneSurrogate(value)) {
        return (String)
            context.handleWeirdStringValue(String.class, "", "holds a character that is not text");
      }
      return value;
    }

    private static boolean isForbidden(int c) {
      return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static boolean hasLoneSurrogate(String value) {
      return value
          .codePoints()
          .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
  }

  private StrictJson() {}
}
