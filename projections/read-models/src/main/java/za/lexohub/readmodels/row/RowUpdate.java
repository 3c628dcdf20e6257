package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one aggregate's row. It is done once: a row that has this version or a later one
 * stays as it is, so an event may come again at any time.
 */
public final class RowUpdate {

  private final String table;
  private final Stamp stamp;
  private final List<String> assignments = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  private RowUpdate(String table, Stamp stamp) {
    this.table = table;
    this.stamp = stamp;
  }

  public static RowUpdate of(String table, Stamp stamp) {
    return new RowUpdate(table, stamp);
  }

  /**
   * Nothing that is shown has changed, but the version: a change without a column.
   *
   * @throws MissingRow when there is no such row
   */
  public static void touched(TenantScope scope, String table, Stamp stamp) {
    of(table, stamp).apply(scope);
  }

  public RowUpdate set(String column, @Nullable Object value) {
    return setSql(column + " = ?", value);
  }

  public RowUpdate setJson(String column, @Nullable Object value) {
    return setSql(column + " = cast(? as jsonb)", value == null ? null : Json.write(value));
  }

  /** Puts an entry into a column that holds a JSON object, over what an equal key held. */
  public RowUpdate putJson(String column, String key, Object entry) {
    return setSql(
        column + " = " + column + " || jsonb_build_object(cast(? as text), cast(? as jsonb))",
        key,
        Json.write(entry));
  }

  /** Overwrites some fields of an entry that {@link #putJson} has put, or begins it with them. */
  public RowUpdate mergeJson(String column, String key, Object fields) {
    return setSql(
        column
            + " = "
            + column
            + " || jsonb_build_object(cast(? as text),"
            + " coalesce("
            + column
            + " -> cast(? as text), '{}') || cast(? as jsonb))",
        key,
        key,
        Json.write(fields));
  }

  public RowUpdate setSql(String assignment, @Nullable Object... parameters) {
    assignments.add(assignment);
    for (Object parameter : parameters) {
      values.add(Sql.value(parameter));
    }
    return this;
  }

  /**
   * Does it.
   *
   * @throws MissingRow when there is no such row
   */
  public void apply(TenantScope scope) {
    setSql("version = ?", stamp.version());
    setSql("updated_at = ?", stamp.at());
    String sql =
        "update %s set %s where tenant_id = ? and id = ? and version < ?"
            .formatted(table, String.join(", ", assignments));
    values.add(stamp.tenant());
    values.add(stamp.id());
    values.add(stamp.version());
    scope.write(
        stamp.tenant(),
        jdbc -> {
          if (jdbc.sql(sql).params(values).update() == 0) {
            Optional<Long> version =
                jdbc.sql("select version from " + table + " where tenant_id = ? and id = ?")
                    .params(stamp.tenant(), stamp.id())
                    .query(Long.class)
                    .optional();
            if (version.isEmpty()) {
              throw new MissingRow(table, stamp);
            }
          }
          return stamp;
        });
  }
}
