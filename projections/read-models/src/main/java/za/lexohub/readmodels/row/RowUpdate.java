package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of one aggregate's row. It is done once: a row that has this version or a later one
 * stays as it is, so an event may come again at any time.
 */
public final class RowUpdate {

  private final RowChange change;

  private RowUpdate(RowChange change) {
    this.change = change;
  }

  public static RowUpdate of(String table, Stamp stamp) {
    return new RowUpdate(RowChange.update(table, stamp));
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
    change.set(column, Assignment.constant("?", Collections.singletonList(Sql.value(value))));
    return this;
  }

  public RowUpdate setJson(String column, @Nullable Object value) {
    change.set(column, Assignment.json(value == null ? null : Json.write(value)));
    return this;
  }

  /** Puts an entry into a column that holds a JSON object, over what an equal key held. */
  public RowUpdate putJson(String column, String key, Object entry) {
    change.set(column, Assignment.entries(column, Entries.put(key, Json.write(entry))));
    return this;
  }

  /** Overwrites some fields of an entry that {@link #putJson} has put, or begins it with them. */
  public RowUpdate mergeJson(String column, String key, Object fields) {
    change.set(column, Assignment.entries(column, Entries.laid(key, Json.write(fields))));
    return this;
  }

  /**
   * @param assignment {@code column = expression}, which may read any column of the row
   */
  public RowUpdate setSql(String assignment, @Nullable Object... parameters) {
    int equals = assignment.indexOf(" = ");
    List<@Nullable Object> values = new ArrayList<>();
    for (Object parameter : parameters) {
      values.add(Sql.value(parameter));
    }
    change.set(
        assignment.substring(0, equals),
        Assignment.expression(assignment.substring(equals + " = ".length()), values));
    return this;
  }

  /**
   * Does it now, or together with the other writes of its batch.
   *
   * @throws MissingRow when there is no such row; in a batch, when it is written
   */
  public void apply(TenantScope scope) {
    scope.write(change);
  }
}
