package za.lexohub.readmodels.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads the trust account and what was moved on it. */
public final class TrustViews {

  private static final String COLUMNS =
      """
      id, kind, matter_id, invoice_id, receipt_number, authorized_by, amount, method, entry_date,
      note, matter_balance, balance, reversed, reversed_reason, version, created_at, updated_at\
      """;

  /** What is held for each matter: what came in, less what went out and stayed out. */
  private static final String HELD =
      """
      select matter_id, sum(case when kind = 'RECEIPT' then amount
                                 when reversed then 0
                                 else -amount end) as held
        from trust_entries where tenant_id = ?
       group by matter_id having sum(case when kind = 'RECEIPT' then amount
                                          when reversed then 0
                                          else -amount end) <> 0
       order by matter_id
      """;

  private final TenantScope scope;

  public TrustViews(TenantScope scope) {
    this.scope = scope;
  }

  /** The one trust account of a tenant, if there is one. */
  public Optional<TrustAccountView> find(String tenant) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from trust_accounts where tenant_id = ?")
                .params(tenant)
                .query((row, number) -> account(row, held(jdbc, tenant)))
                .optional());
  }

  private static List<TrustAccountView.Held> held(JdbcClient jdbc, String tenant) {
    return jdbc.sql(HELD)
        .params(tenant)
        .query(
            (row, number) ->
                new TrustAccountView.Held(Sql.uuid(row, "matter_id"), Sql.money(row, "held")))
        .list();
  }

  /** See {@link KeysetQuery#page}. */
  public Page<TrustEntryView> page(
      String tenant,
      TrustEntryFilter filter,
      Sort<TrustEntrySort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, COLUMNS, "trust_entries")
        .whereIn("kind", filter.kind())
        .whereEqual("matter_id", filter.matterId())
        .whereEqual("invoice_id", filter.invoiceId())
        .whereWithin("entry_date", filter.date())
        .page(scope, sort, limit, after, TrustViews::entry);
  }

  private static TrustAccountView account(ResultSet row, List<TrustAccountView.Held> held)
      throws SQLException {
    return new TrustAccountView(
        Sql.uuid(row, "id"),
        Json.optionalColumn(row, "bank", PracticeView.BankAccount.class),
        Sql.date(row, "opened_on"),
        Sql.money(row, "balance"),
        held,
        Json.optionalColumn(row, "reconciliation", TrustAccountView.Reconciliation.class),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static TrustEntryView entry(ResultSet row, int number) throws SQLException {
    return new TrustEntryView(
        Sql.uuid(row, "id"),
        row.getString("kind"),
        Sql.uuid(row, "matter_id"),
        Sql.optionalUuid(row, "invoice_id"),
        Sql.optionalText(row, "receipt_number"),
        Sql.optionalText(row, "authorized_by"),
        Sql.money(row, "amount"),
        Sql.optionalText(row, "method"),
        Sql.date(row, "entry_date"),
        Sql.optionalText(row, "note"),
        Sql.money(row, "matter_balance"),
        Sql.money(row, "balance"),
        row.getBoolean("reversed"),
        Sql.optionalText(row, "reversed_reason"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
