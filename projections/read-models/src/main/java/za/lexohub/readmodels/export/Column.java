package za.lexohub.readmodels.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param expression how the read model's table says it, in SQL
 * @param path where the document of one thing has it, part by part
 */
public record Column(
    String name, ColumnType type, Secrecy secrecy, String expression, List<String> path) {

  /** What of a column is shown to somebody who may not know who anybody is. */
  public enum Secrecy {
    /** Names nobody. */
    PLAIN,
    /** A name: its pseudonym is shown. */
    NAME,
    /** A kind of matter, which anybody may type: a known one is shown, any other as OTHER. */
    KIND,
    /** Says something of somebody, or may: the column is left out. */
    TEXT
  }

  public Column {
    path = List.copyOf(path);
  }

  /** One that is not read from a table. */
  public static Column of(String name, ColumnType type, Secrecy secrecy) {
    return new Column(name, type, secrecy, name, List.of(name));
  }

  /** What a document says at this column's place. */
  @Nullable Object in(Map<String, @Nullable Object> document) {
    Object value = document;
    for (String part : path) {
      value = value instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return type.of(value);
  }
}
