package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.PartyView;

/**
 * Takes personal data out of rows and leaves what a replay would write, now that it cannot be
 * opened any more. It is no change of the row's own aggregate, so version and time stay; it may
 * come again, and a row that is not there holds nothing.
 */
public final class RowErasure {

  private final String table;
  private final List<String> assignments = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  private RowErasure(String table) {
    this.table = table;
  }

  public static RowErasure of(String table) {
    return new RowErasure(table);
  }

  /** A column that holds a {@link PartyView}. */
  public RowErasure party(String column) {
    return set(
        column + " = case when " + column + " is null then null else cast(? as jsonb) end",
        Json.write(PartyView.erased()));
  }

  /** A text that there always is, or that says of itself that there was one. */
  public RowErasure text(String column) {
    return set(
        column + " = case when " + column + " is null then null else ? end", PartyView.ERASED);
  }

  /** A text of which nothing stays. */
  public RowErasure clear(String column) {
    return set(column + " = null");
  }

  /** A field of every element of an array. */
  public RowErasure textOfEach(String column, String field) {
    return set(
        column
            + " = (select coalesce(jsonb_agg(jsonb_set(e, array[?], to_jsonb(cast(? as text)))"
            + " order by n), '[]') from jsonb_array_elements("
            + column
            + ") with ordinality elements (e, n))",
        field,
        PartyView.ERASED);
  }

  /** A field of every entry of an object, where it holds a text. */
  public RowErasure textOfEntries(String column, String field) {
    return set(
        column
            + " = (select coalesce(jsonb_object_agg(key, case when value ->> ? is null then value"
            + " else jsonb_set(value, array[?], to_jsonb(cast(? as text))) end), '{}')"
            + " from jsonb_each("
            + column
            + "))",
        field,
        field,
        PartyView.ERASED);
  }

  /** A field of an object, where it holds a text. */
  public RowErasure textIn(String column, String field) {
    return set(
        column
            + " = case when "
            + column
            + " ->> ? is null then "
            + column
            + " else jsonb_set("
            + column
            + ", array[?], to_jsonb(cast(? as text))) end",
        field,
        field,
        PartyView.ERASED);
  }

  private RowErasure set(String assignment, @Nullable Object... parameters) {
    assignments.add(assignment);
    values.addAll(List.of(parameters));
    return this;
  }

  /** In the row that has this id. */
  public void apply(TenantScope scope, String tenant, UUID id) {
    apply(scope, tenant, "id", id);
  }

  /**
   * In every row that belongs to something else: whatever holds words about an invoice is found by
   * its {@code invoice_id}.
   *
   * @param column that names what was erased
   */
  public void apply(TenantScope scope, String tenant, String column, UUID id) {
    if (assignments.isEmpty()) {
      return;
    }
    values.add(tenant);
    values.add(id);
    scope.write(
        tenant,
        jdbc ->
            jdbc.sql(
                    "update %s set %s where tenant_id = ? and %s = ?"
                        .formatted(table, String.join(", ", assignments), column))
                .params(values)
                .update());
  }
}
