package za.lexohub.query.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.readmodels.export.Column;

/** A row as a JSON object; days and times are text, absent values null. */
final class JsonRow {

  static final JsonMapper JSON = new JsonMapper();

  private JsonRow() {}

  static byte[] of(List<Column> columns, @Nullable Object[] row) {
    Map<String, @Nullable Object> object = LinkedHashMap.newLinkedHashMap(row.length);
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      object.put(
          columns.get(i).name(),
          switch (columns.get(i).type()) {
            case DATE, TIME, ID -> value == null ? null : value.toString();
            case TEXT, NUMBER, CENTS, DECIMAL, FLAG -> value;
          });
    }
    return JSON.writeValueAsBytes(object);
  }
}
