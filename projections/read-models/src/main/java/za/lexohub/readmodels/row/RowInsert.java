package za.lexohub.readmodels.row;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The row of an aggregate that has just come to be. It stays as it is when it is there already. */
public final class RowInsert {

  private final RowChange change;

  private RowInsert(RowChange change) {
    this.change = change;
  }

  public static RowInsert of(String table, Stamp stamp) {
    return new RowInsert(RowChange.insert(table, stamp))
        .set("tenant_id", stamp.tenant())
        .set("id", stamp.id())
        .set("version", stamp.version())
        .set("created_at", stamp.at())
        .set("updated_at", stamp.at());
  }

  public RowInsert set(String column, @Nullable Object value) {
    change.set(column, Assignment.constant("?", Collections.singletonList(Sql.value(value))));
    return this;
  }

  public RowInsert setJson(String column, @Nullable Object value) {
    change.set(column, Assignment.json(value == null ? null : Json.write(value)));
    return this;
  }

  /** Does it now, or together with the other writes of its batch. */
  public void apply(TenantScope scope) {
    scope.write(change);
  }
}
