package za.lexohub.readmodels.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads practices. */
public final class PracticeViews {

  private final TenantScope scope;

  public PracticeViews(TenantScope scope) {
    this.scope = scope;
  }

  /** The one practice of a tenant, if it is registered. */
  public Optional<PracticeView> find(String tenant) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from practices where tenant_id = ?")
                .params(tenant)
                .query(PracticeViews::view)
                .optional());
  }

  @SuppressWarnings("unchecked")
  private static PracticeView view(ResultSet row, int number) throws SQLException {
    boolean auto = row.getBoolean("auto_remind");
    @Nullable Boolean autoRemind = row.wasNull() ? null : auto;
    return new PracticeView(
        Sql.uuid(row, "id"),
        row.getString("bar"),
        row.getString("profile"),
        Sql.optionalDate(row, "fidelity_certificate_until"),
        Json.optionalColumn(row, "particulars", PracticeView.Particulars.class),
        Json.column(row, "vat_turns", Map.class),
        Json.column(row, "number_formats", Map.class),
        autoRemind,
        Json.columnOf(row, "reminder_days", PracticeView.Reminder.class),
        row.getString("overpayment_policy"),
        Sql.optionalText(row, "logo_sha256"),
        Sql.optionalText(row, "colour"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
