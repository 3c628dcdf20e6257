package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.together.Together;

/**
 * Rows that are written together. What follows in one row becomes one write where it can; then the
 * first writes of all rows of a tenant go, each form of a statement once, then the second ones.
 * Rows know nothing of each other, so only the order within each counts.
 */
final class RowBatch implements Together.Part {

  /** A power of two. */
  private static final int ROWS_AT_ONCE = 64;

  private final TenantScope scope;
  private final JdbcTemplate jdbc;

  /** By tenant and row, in the order in which they came. */
  private final Map<String, Map<List<Object>, List<RowChange>>> tenants = new LinkedHashMap<>();

  RowBatch(TenantScope scope, JdbcTemplate jdbc) {
    this.scope = scope;
    this.jdbc = jdbc;
  }

  void add(RowChange change) {
    List<RowChange> row =
        tenants
            .computeIfAbsent(change.tenant(), tenant -> new LinkedHashMap<>())
            .computeIfAbsent(change.row(), id -> new ArrayList<>(2));
    Optional<RowChange> joined = row.isEmpty() ? Optional.empty() : row.getLast().then(change);
    if (joined.isPresent()) {
      row.set(row.size() - 1, joined.get());
    } else {
      row.add(change);
    }
  }

  @Override
  public void write() {
    Map<String, Map<List<Object>, List<RowChange>>> all = new LinkedHashMap<>(tenants);
    tenants.clear();
    all.forEach((tenant, rows) -> write(tenant, List.copyOf(rows.values())));
  }

  private void write(String tenant, List<List<RowChange>> rows) {
    scope.write(
        tenant,
        client -> {
          for (int turn = 0; ; turn++) {
            Map<String, List<RowChange>> forms = new LinkedHashMap<>();
            for (List<RowChange> row : rows) {
              if (turn < row.size()) {
                RowChange change = row.get(turn);
                forms.computeIfAbsent(change.sql(), sql -> new ArrayList<>()).add(change);
              }
            }
            if (forms.isEmpty()) {
              return rows;
            }
            forms.forEach((sql, changes) -> write(sql, changes, client));
          }
        });
  }

  /** All of one form. */
  private void write(String sql, List<RowChange> changes, JdbcClient client) {
    if (changes.stream().allMatch(RowChange::isMereInsert)) {
      insert(changes, ROWS_AT_ONCE);
      return;
    }
    int[] written = jdbc.batchUpdate(sql, changes.stream().map(c -> c.values().toArray()).toList());
    for (int i = 0; i < written.length; i++) {
      if (written[i] == 0) {
        changes.get(i).refused(scope, client);
      }
    }
  }

  /** So many in a statement, then half as many: there are few forms of statements to prepare. */
  private void insert(List<RowChange> changes, int rows) {
    int whole = changes.size() - changes.size() % rows;
    List<Object[]> values = new ArrayList<>();
    for (int from = 0; from < whole; from += rows) {
      values.add(
          changes.subList(from, from + rows).stream()
              .flatMap(change -> change.values().stream())
              .toArray());
    }
    if (!values.isEmpty()) {
      jdbc.batchUpdate(changes.getFirst().sqlOf(rows), values);
    }
    if (whole < changes.size()) {
      insert(changes.subList(whole, changes.size()), rows / 2);
    }
  }
}
