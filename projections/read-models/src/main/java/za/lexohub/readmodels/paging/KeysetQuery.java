package za.lexohub.readmodels.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/**
 * One tenant's list, page by page. A page begins after the last entry that was seen, not at a
 * number, so entries that come or go meanwhile neither repeat nor skip others.
 */
public final class KeysetQuery {

  public static final int MAX_LIMIT = 500;
  private static final int FETCH = 1_000;

  private final String tenant;
  private final String columns;
  private final String table;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Over a table or view with columns {@code tenant_id} and {@code id}. */
  public KeysetQuery(String tenant, String columns, String table) {
    this.tenant = tenant;
    this.columns = columns;
    this.table = table;
    where("tenant_id = ?", tenant);
  }

  public KeysetQuery where(String condition, Object... parameters) {
    conditions.add(condition);
    for (Object parameter : parameters) {
      values.add(Objects.requireNonNull(Sql.value(parameter)));
    }
    return this;
  }

  public KeysetQuery whereEqual(String column, @Nullable Object value) {
    return value == null ? this : where(column + " = ?", value);
  }

  /** Any of these; everything when there are none. */
  public KeysetQuery whereIn(String column, Collection<?> allowed) {
    if (allowed.isEmpty()) {
      return this;
    }
    // Sorted, because the cursor holds a hash of the filter.
    List<String> sorted = allowed.stream().map(Object::toString).sorted().toList();
    return where(
        column + " in (" + sorted.stream().map(v -> "?").collect(Collectors.joining(", ")) + ")",
        sorted.toArray());
  }

  public KeysetQuery whereWithin(String column, Range<?> range) {
    bound(column, ">=", range.gte());
    bound(column, ">", range.gt());
    bound(column, "<=", range.lte());
    bound(column, "<", range.lt());
    return this;
  }

  /** The text stands somewhere in the expression, in any case; its wildcards are plain letters. */
  public KeysetQuery whereContains(String expression, @Nullable String text) {
    String pattern = anywhere(text);
    return pattern == null ? this : where(expression + " ilike ?", pattern);
  }

  /** The pattern for {@code ilike} that finds this text; null without one. */
  public static @Nullable String anywhere(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String escaped = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + escaped + "%";
  }

  private void bound(String column, String operator, @Nullable Object value) {
    if (value != null) {
      where(column + " " + operator + " ?", value);
    }
  }

  /** How many entries all pages have together; counts no further than it can tell. */
  public Total total(TenantScope scope) {
    List<Object> parameters = new ArrayList<>(values);
    parameters.add(Total.EXACT_UP_TO + 1);
    String sql =
        "select count(*) from (select 1 from %s where %s limit ?) as counted"
            .formatted(table, String.join(" and ", conditions));
    return Total.of(
        scope.read(tenant, jdbc -> jdbc.sql(sql).params(parameters).query(Long.class).single()));
  }

  /**
   * @param limit 1 to {@value #MAX_LIMIT}
   * @throws Cursor.Foreign when the cursor was made for another list
   */
  public <T> Page<T> page(
      TenantScope scope, Sort<?> sort, int limit, @Nullable Cursor after, RowMapper<T> mapper) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
    }
    String filterHash = filterHash();
    String direction = sort.descending() ? " desc" : " asc";
    String expression = sort.key().expression();
    List<Object> parameters = new ArrayList<>(values);
    List<String> all = new ArrayList<>(conditions);
    if (after != null) {
      if (!after.sort().equals(sort.text()) || !after.filterHash().equals(filterHash)) {
        throw new Cursor.Foreign();
      }
      all.add(
          "(%s, id) %s (cast(? as %s), cast(? as uuid))"
              .formatted(expression, sort.descending() ? "<" : ">", sort.key().type()));
      parameters.add(after.value());
      parameters.add(after.id());
    }
    // One more than asked for tells whether there is a next page.
    parameters.add(limit + 1);
    String sql =
        "select %s, id as cursor_id, cast(%s as text) as cursor_value from %s where %s order by %s%s, id%s limit ?"
            .formatted(
                columns,
                expression,
                table,
                String.join(" and ", all),
                expression,
                direction,
                direction);
    List<Found<T>> found =
        scope.read(
            tenant,
            jdbc ->
                jdbc.sql(sql)
                    .params(parameters)
                    .query(
                        (row, number) ->
                            new Found<T>(
                                mapper.mapRow(row, number),
                                row.getString("cursor_value"),
                                Sql.uuid(row, "cursor_id")))
                    .list());
    boolean more = found.size() > limit;
    List<Found<T>> shown = more ? found.subList(0, limit) : found;
    Cursor next =
        more
            ? new Cursor(sort.text(), shown.getLast().value(), shown.getLast().id(), filterHash)
            : null;
    return new Page<>(shown.stream().map(Found::entry).toList(), next);
  }

  /**
   * The whole list, entry by entry. It is fetched in steps, so it need not fit into memory.
   *
   * @param jdbc within a transaction: outside of one the driver takes everything at once
   * @param order columns, or what else may stand after {@code order by}
   */
  public void each(JdbcClient jdbc, String order, RowCallbackHandler taken) {
    jdbc.sql(
            "select %s from %s where %s order by %s"
                .formatted(columns, table, String.join(" and ", conditions), order))
        .params(values)
        .withFetchSize(FETCH)
        .query(taken);
  }

  private String filterHash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((table + conditions + values).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Found<T>(T entry, String value, UUID id) {}
}
