package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A write of one row: a new one, which stays as it is when it is there already, or a change that a
 * row of that version or a later one refuses. Several that follow each other may become one.
 */
final class RowChange {

  private static final String VERSION = "version";
  private static final String UPDATED_AT = "updated_at";

  private final String table;
  private final Stamp stamp;
  private final boolean isNew;
  private final Map<String, Assignment> assignments;

  /** In their order, when it was made of several. */
  private final List<RowChange> parts;

  private RowChange(
      String table,
      Stamp stamp,
      boolean isNew,
      Map<String, Assignment> assignments,
      List<RowChange> parts) {
    this.table = table;
    this.stamp = stamp;
    this.isNew = isNew;
    this.assignments = assignments;
    this.parts = parts;
  }

  static RowChange insert(String table, Stamp stamp) {
    return new RowChange(table, stamp, true, new LinkedHashMap<>(), List.of());
  }

  /** Raises the row's version, too. */
  static RowChange update(String table, Stamp stamp) {
    return new RowChange(table, stamp, false, new LinkedHashMap<>(), List.of())
        .set(VERSION, Assignment.constant("?", List.of(stamp.version())))
        .set(
            UPDATED_AT, Assignment.constant("?", Collections.singletonList(Sql.value(stamp.at()))));
  }

  RowChange set(String column, Assignment assignment) {
    if (assignments.put(column, assignment) != null) {
      throw new IllegalArgumentException(column + " of " + table + " is set twice");
    }
    return this;
  }

  /** Which row it is of. */
  List<Object> row() {
    return List.of(table, stamp.id());
  }

  String tenant() {
    return stamp.tenant();
  }

  /**
   * This and the next change of the same row in one write, which is refused as a whole by a row
   * that has had some of it. Empty when there is no such write: what the next one reads of what
   * this one sets is known to the database alone, or the next one is not later.
   */
  Optional<RowChange> then(RowChange next) {
    if (next.isNew || next.stamp.version() <= version()) {
      return Optional.empty();
    }
    Map<String, Assignment> both = new LinkedHashMap<>(assignments);
    for (var entry : next.assignments.entrySet()) {
      Optional<Assignment> assignment = entry.getValue().after(assignments, entry.getKey(), isNew);
      if (assignment.isEmpty()) {
        return Optional.empty();
      }
      both.put(entry.getKey(), assignment.get());
    }
    List<RowChange> all = new ArrayList<>(parts.isEmpty() ? List.of(this) : parts);
    all.add(next);
    return Optional.of(new RowChange(table, stamp, isNew, both, all));
  }

  /** The same for all changes that set the same columns in the same way. */
  String sql() {
    return isNew ? sqlOf(1) : updateSql();
  }

  /** That many new rows of this form, in one statement. */
  String sqlOf(int rows) {
    String values =
        assignments.values().stream()
            .map(Assignment::sql)
            .collect(Collectors.joining(", ", "(", ")"));
    return "insert into %s (%s) values %s on conflict do nothing"
        .formatted(
            table,
            String.join(", ", assignments.keySet()),
            String.join(", ", Collections.nCopies(rows, values)));
  }

  private String updateSql() {
    return "update %s set %s where tenant_id = ? and id = ? and version < ?"
        .formatted(
            table,
            assignments.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue().sql())
                .collect(Collectors.joining(", ")));
  }

  /** A new row and nothing that happened to it: nobody asks whether it was there already. */
  boolean isMereInsert() {
    return isNew && parts.isEmpty();
  }

  List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>();
    assignments.values().forEach(assignment -> values.addAll(assignment.values()));
    if (!isNew) {
      values.add(stamp.tenant());
      values.add(stamp.id());
      // Of several the first: the row has had none of them.
      values.add(stamp.version());
    }
    return values;
  }

  /**
   * Does it.
   *
   * @throws MissingRow when there is no row to change
   */
  void apply(TenantScope scope) {
    scope.write(
        stamp.tenant(),
        jdbc -> {
          if (jdbc.sql(sql()).params(values()).update() == 0) {
            refused(scope, jdbc);
          }
          return stamp;
        });
  }

  /** It was tried and has changed no row: what there was to do is done. */
  void refused(TenantScope scope, JdbcClient jdbc) {
    if (!parts.isEmpty()) {
      parts.forEach(part -> part.apply(scope));
    } else if (!isNew
        && jdbc.sql("select 1 from " + table + " where tenant_id = ? and id = ?")
            .params(stamp.tenant(), stamp.id())
            .query(Integer.class)
            .optional()
            .isEmpty()) {
      throw new MissingRow(table, stamp);
    }
  }

  private long version() {
    return parts.isEmpty() ? stamp.version() : parts.getLast().stamp.version();
  }
}
