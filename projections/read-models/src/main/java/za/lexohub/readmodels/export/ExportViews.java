package za.lexohub.readmodels.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.export.Column.Secrecy;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Reads whole datasets, row by row, from one snapshot. A connection is held for as long as the sink
 * takes; the rows never stand in memory together.
 */
public final class ExportViews {

  /**
   * For a whole export. While the rows that were fetched are being sent, its transaction is idle,
   * and a server that ends idle ones sooner would cut it off.
   */
  public static final Duration LONGEST = Duration.ofMinutes(15);

  /** For a statement or the next thousand rows of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int BATCH = 500;

  private final TenantScope scope;
  private final Pseudonyms pseudonyms;

  public ExportViews(TenantScope scope, Pseudonyms pseudonyms) {
    this.scope = scope;
    this.pseudonyms = pseudonyms;
  }

  /**
   * All rows that the filter leaves, in the order in which they came to be.
   *
   * @param through entries of the ledger up to this position; other datasets are as they are now
   * @throws IOException when the sink takes no more
   */
  public void each(
      String tenant,
      Dataset dataset,
      long through,
      boolean masked,
      UnaryOperator<KeysetQuery> filter,
      RowSink sink)
      throws IOException {
    List<Column> columns = dataset.columns(masked);
    String selected =
        columns.stream()
            .map(column -> expression(column, masked))
            .collect(Collectors.joining(", "));
    KeysetQuery query = new KeysetQuery(tenant, selected, dataset.table(through));
    if (dataset.isOfTheLedger()) {
      query.where("position <= ?", through);
    }
    String order = dataset.isOfTheLedger() ? "position, id" : "created_at, id";
    try {
      scope.snapshot(
          tenant,
          jdbc -> {
            set(jdbc, "statement_timeout", PATIENCE);
            set(jdbc, "idle_in_transaction_session_timeout", LONGEST);
            filter.apply(query).each(jdbc, order, row -> take(sink, values(columns, row)));
            return true;
          });
    } catch (UncheckedIOException full) {
      throw full.getCause();
    }
  }

  private static void set(JdbcClient jdbc, String timeout, Duration duration) {
    jdbc.sql("select set_config(?, ?, true)")
        .params(timeout, Long.toString(duration.toMillis()))
        .query(String.class)
        .single();
  }

  private static String expression(Column column, boolean masked) {
    if (!masked) {
      return column.expression();
    }
    return switch (column.secrecy()) {
      case NAME -> Pseudonyms.sql(column.expression());
      case KIND -> Pseudonyms.kindSql(column.expression());
      case PLAIN, TEXT -> column.expression();
    };
  }

  private static void take(RowSink sink, @Nullable Object[] row) {
    try {
      sink.accept(row);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static @Nullable Object[] values(List<Column> columns, ResultSet row)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).type().read(row, i + 1);
    }
    return values;
  }

  /** Makes rows of documents, some at a time. */
  public Documents documents(String tenant, Dataset dataset, boolean masked, RowSink sink) {
    return new Documents(tenant, dataset.columns(masked), masked, sink);
  }

  /** Documents on their way to rows. */
  public final class Documents {
    private final String tenant;
    private final List<Column> columns;
    private final boolean masked;
    private final RowSink sink;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    private Documents(String tenant, List<Column> columns, boolean masked, RowSink sink) {
      this.tenant = tenant;
      this.columns = columns;
      this.masked = masked;
      this.sink = sink;
    }

    public void add(Map<String, @Nullable Object> document) throws IOException {
      waiting.add(columns.stream().map(column -> column.in(document)).toArray());
      if (waiting.size() == BATCH) {
        end();
      }
    }

    /** Hands on what still waits. */
    public void end() throws IOException {
      if (masked) {
        mask();
      }
      for (@Nullable Object[] row : waiting) {
        sink.accept(row);
      }
      waiting.clear();
    }

    private void mask() {
      replace(Secrecy.NAME, names -> pseudonyms.of(tenant, names));
      replace(Secrecy.KIND, pseudonyms::kinds);
    }

    private void replace(
        Secrecy secrecy, Function<Collection<String>, Map<String, String>> instead) {
      Set<String> said = new HashSet<>();
      each(secrecy, (row, i) -> said.add(String.valueOf(row[i])));
      Map<String, String> shown = instead.apply(said);
      each(secrecy, (row, i) -> row[i] = shown.get(String.valueOf(row[i])));
    }

    private void each(Secrecy secrecy, ValueVisitor visitor) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).secrecy() == secrecy) {
          for (@Nullable Object[] row : waiting) {
            if (row[i] != null) {
              visitor.visit(row, i);
            }
          }
        }
      }
    }
  }

  @FunctionalInterface
  private interface ValueVisitor {
    void visit(@Nullable Object[] row, int index);
  }
}
