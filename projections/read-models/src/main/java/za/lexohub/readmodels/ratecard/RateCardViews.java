package za.lexohub.readmodels.ratecard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads rate cards. */
public final class RateCardViews {

  private final TenantScope scope;

  public RateCardViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<RateCardView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from rate_cards where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(RateCardViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<RateCardView> page(
      String tenant,
      RateCardFilter filter,
      Sort<RateCardSort> sort,
      int limit,
      @Nullable Cursor after) {
    KeysetQuery query =
        new KeysetQuery(tenant, "*", "rate_cards")
            .whereIn("category", filter.category())
            .whereEqual("retired", filter.retired());
    if (filter.matterType() != null) {
      query.where("(matter_type = ? or matter_type is null)", filter.matterType());
    }
    return query.page(scope, sort, limit, after, RateCardViews::view);
  }

  private static @Nullable BigDecimal percent(ResultSet row) throws SQLException {
    BigDecimal percent = row.getBigDecimal("percent");
    return percent == null ? null : percent.stripTrailingZeros();
  }

  private static RateCardView view(ResultSet row, int number) throws SQLException {
    return new RateCardView(
        Sql.uuid(row, "id"),
        row.getString("name"),
        row.getString("category"),
        row.getString("pricing"),
        Sql.optionalText(row, "matter_type"),
        Sql.optionalMoney(row, "rate"),
        percent(row),
        Sql.optionalMoney(row, "minimum"),
        Sql.optionalMoney(row, "maximum"),
        row.getBoolean("retired"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
