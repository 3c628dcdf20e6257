package za.lexohub.readmodels.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Full-text search in the tables of the lists themselves, for when the indexes cannot be asked:
 * every word of the question must begin a word of the row, or the question holds the beginning of
 * its number. Marks and accents are folded as in the indexes; misspelt words are not found.
 *
 * <p>It reads one tenant's rows and no index, because row-level security lets no index decide what
 * a tenant may see: its time grows with the practice.
 */
public final class SqlSearch {

  private static final String PATIENCE = "3s";

  private final TenantScope scope;

  public SqlSearch(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * What is asked for.
   *
   * @param text absent when only the filters count
   * @param order by relevance only with a text
   * @param after the last that was seen, absent for the first page
   */
  public record Question(
      @Nullable String text,
      Set<SearchIndex> indexes,
      SearchFilters filters,
      SearchOrder order,
      int limit,
      @Nullable Place after) {}

  /**
   * Where a page ended.
   *
   * @param value of what it is sorted by, as {@link Found#place} gave it
   */
  public record Place(String value, UUID id) {}

  /** Something that was found; see the documents of the index. */
  public record Found(
      SearchIndex index,
      UUID id,
      String title,
      @Nullable String clientName,
      @Nullable String referenceNumber,
      String status,
      Instant createdAt,
      @Nullable Money amount,
      @Nullable UUID matterId,
      double score,
      String place) {}

  /** At most as many as asked for, in their order. */
  public List<Found> find(String tenant, Question question) {
    Statement statement = new Statement();
    statement.sql.append("select *, cast(");
    statement.sql.append(expression(question.order())).append(" as text) as place from (");
    List<Table> tables =
        Table.ALL.stream().filter(table -> question.indexes().contains(table.index())).toList();
    for (Table table : tables) {
      statement.sql.append(table == tables.getFirst() ? "" : " union all ");
      select(statement, table, tenant, question);
    }
    statement.sql.append(") found");
    order(statement, question);
    return scope.read(
        tenant,
        jdbc -> {
          // Whoever searches now is one of many; none may hold a connection for long.
          jdbc.sql("select set_config('statement_timeout', ?, true)")
              .param(PATIENCE)
              .query(String.class)
              .single();
          return jdbc.sql(statement.sql.toString())
              .params(statement.values)
              .query(SqlSearch::found)
              .list();
        });
  }

  private static void select(Statement statement, Table table, String tenant, Question question) {
    String text = question.text();
    statement.add(
        "select '%s' as source, id, title, client ->> 'name' as client_name, %s as reference_number,"
            .formatted(table.index(), table.reference()));
    statement.add(
        " status, created_at, %s as amount, %s as matter_id,"
            .formatted(table.amount(), table.matter()));
    if (text == null) {
      statement.add(" cast(0 as double precision) as score");
    } else {
      statement.add(
          " (case when search_words @@ search_reference_query(?, '') then 10000"
              + " when search_words @@ search_reference_query(?, ':*') then 1000 else 0 end"
              + " + ts_rank('{0.125, 0.25, 0.5, 1}', search_words, search_words_query(?)))"
              + "::double precision as score",
          text,
          text,
          text);
    }
    statement.add(" from " + table.name() + " where tenant_id = ?", tenant);
    if (text != null) {
      statement.add(
          " and search_words @@ (search_words_query(?) || search_reference_query(?, ':*'))",
          text,
          text);
    }
    narrow(statement, table, question.filters());
  }

  private static void narrow(Statement statement, Table table, SearchFilters filters) {
    in(statement, "status", filters.statuses());
    in(statement, "matter_type", filters.matterTypes());
    in(statement, table.bar(), filters.bars());
    compared(statement, "client ->> 'name'", "=", filters.client());
    compared(statement, table.amount(), ">=", filters.amount().gte());
    compared(statement, table.amount(), ">", filters.amount().gt());
    compared(statement, table.amount(), "<=", filters.amount().lte());
    compared(statement, table.amount(), "<", filters.amount().lt());
    compared(statement, table.archived(), "=", filters.archived());
    var begins = filters.begins();
    compared(statement, "created_at", ">=", begins == null ? null : begins.toInstant());
    var ends = filters.ends();
    compared(statement, "created_at", "<", ends == null ? null : ends.toInstant());
  }

  private static void order(Statement statement, Question question) {
    String expression = expression(question.order());
    boolean descending = question.order() != SearchOrder.OLDEST;
    Place after = question.after();
    if (after != null) {
      String type = question.order() == SearchOrder.RELEVANCE ? "double precision" : "timestamptz";
      String value = "cast(? as " + type + ")";
      statement.add(
          " where %s %s %s or (%s = %s and id > ?)"
              .formatted(expression, descending ? "<" : ">", value, expression, value),
          after.value(),
          after.value(),
          after.id());
    }
    statement.add(" order by " + expression + (descending ? " desc" : "") + ", id limit ?");
    statement.values.add(question.limit());
  }

  private static String expression(SearchOrder order) {
    return order == SearchOrder.RELEVANCE ? "score" : "created_at";
  }

  private static void in(Statement statement, String column, Set<String> values) {
    if (!values.isEmpty()) {
      String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
      statement.add(" and " + column + " in (" + marks + ")", values.toArray());
    }
  }

  private static void compared(
      Statement statement, String column, String operator, @Nullable Object value) {
    if (value != null) {
      statement.add(" and " + column + " " + operator + " ?", value);
    }
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        SearchIndex.valueOf(row.getString("source")),
        Sql.uuid(row, "id"),
        row.getString("title"),
        Sql.optionalText(row, "client_name"),
        Sql.optionalText(row, "reference_number"),
        row.getString("status"),
        Sql.instant(row, "created_at"),
        Sql.optionalMoney(row, "amount"),
        Sql.optionalUuid(row, "matter_id"),
        row.getDouble("score"),
        row.getString("place"));
  }

  /** SQL with its values. */
  private static final class Statement {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    void add(String text, Object... more) {
      sql.append(text);
      for (Object value : more) {
        values.add(Objects.requireNonNull(Sql.value(value)));
      }
    }
  }

  /** A table that is searched, and what its columns are called. */
  private record Table(
      SearchIndex index,
      String name,
      String reference,
      String bar,
      String amount,
      String matter,
      String archived) {

    private static final List<Table> ALL =
        List.of(
            new Table(
                SearchIndex.MATTERS,
                "matters",
                "reference",
                "bar",
                "cast(terms -> 'estimate' ->> 'amount' as bigint)",
                "cast(null as uuid)",
                "archived"),
            new Table(
                SearchIndex.PRO_FORMAS,
                "pro_formas",
                "quote_number",
                "supplier ->> 'bar'",
                "total",
                "matter_id",
                "cast(null as boolean)"),
            new Table(
                SearchIndex.INVOICES,
                "invoices",
                "invoice_number",
                "bar",
                "total",
                "matter_id",
                "cast(null as boolean)"));
  }
}
