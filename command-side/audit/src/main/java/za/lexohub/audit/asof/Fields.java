package za.lexohub.audit.asof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values, absent ones as null, in the order of the live read. */
final class Fields {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  Fields(List<String> names) {
    names.forEach(name -> values.put(name, null));
  }

  /**
   * @throws IllegalArgumentException when the live read has no such field
   */
  Fields set(String name, @Nullable Object value) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(name);
    }
    values.put(name, value);
    return this;
  }

  @Nullable Object get(String name) {
    return values.get(name);
  }

  Map<String, @Nullable Object> copy() {
    return new LinkedHashMap<>(values);
  }

  /** Names and values in turn. */
  static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }

  /** Those of {@code over} in place of their namesakes in {@code under}. */
  static Map<String, @Nullable Object> merged(
      Map<String, @Nullable Object> under, Map<String, @Nullable Object> over) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(under);
    merged.putAll(over);
    return merged;
  }
}
