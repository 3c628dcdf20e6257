package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of an aggregate that has just come to be. It stays as it is when it is there already. */
public final class RowInsert {

  private final String table;
  private final Stamp stamp;
  private final List<String> columns = new ArrayList<>();
  private final List<String> placeholders = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  private RowInsert(String table, Stamp stamp) {
    this.table = table;
    this.stamp = stamp;
  }

  public static RowInsert of(String table, Stamp stamp) {
    return new RowInsert(table, stamp)
        .set("tenant_id", stamp.tenant())
        .set("id", stamp.id())
        .set("version", stamp.version())
        .set("created_at", stamp.at())
        .set("updated_at", stamp.at());
  }

  public RowInsert set(String column, @Nullable Object value) {
    return add(column, "?", Sql.value(value));
  }

  public RowInsert setJson(String column, @Nullable Object value) {
    return add(column, "cast(? as jsonb)", value == null ? null : Json.write(value));
  }

  public void apply(TenantScope scope) {
    String sql =
        "insert into %s (%s) values (%s) on conflict do nothing"
            .formatted(table, String.join(", ", columns), String.join(", ", placeholders));
    scope.write(stamp.tenant(), jdbc -> jdbc.sql(sql).params(values).update());
  }

  private RowInsert add(String column, String placeholder, @Nullable Object value) {
    columns.add(column);
    placeholders.add(placeholder);
    values.add(value);
    return this;
  }
}
