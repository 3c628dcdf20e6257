package za.lexohub.readmodels.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps the row of a practice. Every write may come again, at any time. */
public final class PracticeRows {

  private static final String TABLE = "practices";

  private final TenantScope scope;

  public PracticeRows(TenantScope scope) {
    this.scope = scope;
  }

  public void registered(
      Stamp stamp, String bar, String profile, PracticeView.@Nullable Particulars particulars) {
    RowInsert.of(TABLE, stamp)
        .set("bar", bar)
        .set("profile", profile)
        .setJson("particulars", particulars)
        .apply(scope);
  }

  public void changed(Stamp stamp, String bar, PracticeView.@Nullable Particulars particulars) {
    update(stamp).set("bar", bar).setJson("particulars", particulars).apply(scope);
  }

  public void vat(Stamp stamp, LocalDate from, boolean registered) {
    update(stamp).putJson("vat_turns", from.toString(), registered).apply(scope);
  }

  public void profile(Stamp stamp, String profile, @Nullable LocalDate certificateUntil) {
    update(stamp)
        .set("profile", profile)
        .set("fidelity_certificate_until", certificateUntil)
        .apply(scope);
  }

  /** Over those of the series that were chosen before. */
  public void formats(Stamp stamp, Map<String, String> patterns) {
    RowUpdate update = update(stamp);
    if (!patterns.isEmpty()) {
      update.setSql("number_formats = number_formats || cast(? as jsonb)", Json.write(patterns));
    }
    update.apply(scope);
  }

  public void reminders(Stamp stamp, boolean auto, List<PracticeView.Reminder> days) {
    update(stamp).set("auto_remind", auto).setJson("reminder_days", days).apply(scope);
  }

  public void overpayments(Stamp stamp, String policy) {
    update(stamp).set("overpayment_policy", policy).apply(scope);
  }

  public void branding(Stamp stamp, @Nullable String logoSha256, @Nullable String colour) {
    update(stamp).set("logo_sha256", logoSha256).set("colour", colour).apply(scope);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }
}
