package za.lexohub.readmodels.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside columns and cache entries. A reader of another release may meet fields it lacks. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static <T> T read(JsonNode json, Class<T> type) {
    return MAPPER.treeToValue(json, type);
  }

  public static <T> T column(ResultSet row, String column, Class<T> type) throws SQLException {
    return read(row.getString(column), type);
  }

  public static <T> @Nullable T optionalColumn(ResultSet row, String column, Class<T> type)
      throws SQLException {
    String json = row.getString(column);
    return json == null ? null : read(json, type);
  }

  /** The elements of a JSON array, or the values of a JSON object. */
  public static <T> List<T> columnOf(ResultSet row, String column, Class<T> type)
      throws SQLException {
    List<T> values = new ArrayList<>();
    for (JsonNode value : MAPPER.readTree(row.getString(column))) {
      values.add(MAPPER.treeToValue(value, type));
    }
    return values;
  }

  /** Names and values in turn; a null value is written, and clears what stood there. */
  public static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }

  private Json() {}
}
