package za.lexohub.processes.aws;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.TimeZone;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as it leaves for other systems and comes back from the queues: fields in the order of their
 * records, instants as JavaScript's {@code toISOString} writes them, because the plan's consumers
 * do.
 */
public final class WireFormat {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .withConfigOverride(
              Instant.class,
              instant ->
                  instant.setFormat(
                      JsonFormat.Value.forPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                          .withTimeZone(TimeZone.getTimeZone("UTC"))))
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          // What is added to a message later must not stop the workers of an older release.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final JsonMapper WITHOUT_NULLS =
      MAPPER
          .rebuild()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** Every field, also one without a value: who reads it may rely on the set of fields. */
  public static String complete(Object message) {
    return MAPPER.writeValueAsString(message);
  }

  /** Only the fields that have a value. */
  public static String withoutNulls(Object message) {
    return WITHOUT_NULLS.writeValueAsString(message);
  }

  /** Throws {@link tools.jackson.core.JacksonException} when the text is no such message. */
  public static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  private WireFormat() {}
}
