package za.lexohub.readmodels.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps what became of files' personal data. Every write may come again, at any time; an older one
 * is refused.
 */
public final class PersonalFileRows {

  private static final String TABLE = "personal_files";

  private final TenantScope scope;

  public PersonalFileRows(TenantScope scope) {
    this.scope = scope;
  }

  public void held(Stamp stamp, String kind, UUID fileId) {
    begin(stamp, kind, fileId);
    update(stamp).set("legal_hold", true).apply(scope);
  }

  public void released(Stamp stamp) {
    update(stamp).set("legal_hold", false).apply(scope);
  }

  public void scheduled(
      Stamp stamp,
      String kind,
      UUID fileId,
      LocalDate dueOn,
      List<String> subjects,
      List<PersonalFileView.Law> laws) {
    begin(stamp, kind, fileId);
    update(stamp)
        .set("due_on", dueOn)
        .setJson("scheduled_subjects", subjects)
        .setJson("laws", laws)
        .apply(scope);
  }

  public void cancelled(Stamp stamp) {
    unscheduled(update(stamp)).apply(scope);
  }

  public void erased(Stamp stamp, String kind, UUID fileId, List<String> subjects, Instant at) {
    begin(stamp, kind, fileId);
    unscheduled(update(stamp))
        .setSql("erased_subjects = erased_subjects || cast(? as jsonb)", Json.write(subjects))
        .setSql("keys_left = keys_left || cast(? as jsonb)", Json.write(subjects))
        .set("erased_at", at)
        .set("keys_destroyed_at", null)
        .apply(scope);
  }

  /** Of several erasures of one file, the last whose keys go sets the time. */
  public void keysDestroyed(Stamp stamp, List<String> subjects) {
    String left =
        "(select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements_text(keys_left) s"
            + " where not cast(? as jsonb) @> to_jsonb(s))";
    String gone = Json.write(subjects);
    update(stamp)
        .setSql("keys_left = " + left, gone)
        .setSql(
            "keys_destroyed_at = case when " + left + " = '[]' then cast(? as timestamptz) end",
            gone,
            stamp.at())
        .apply(scope);
  }

  /** Something happened to it that no reader asks for; its version counts it. */
  public void touched(Stamp stamp) {
    RowUpdate.touched(scope, TABLE, stamp);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  /** Any of several events may be the first; the row begins before all of them. */
  private void begin(Stamp stamp, String kind, UUID fileId) {
    RowInsert.of(TABLE, new Stamp(stamp.tenant(), stamp.id(), 0, stamp.at()))
        .set("kind", kind)
        .set("file_id", fileId)
        .apply(scope);
  }

  private static RowUpdate unscheduled(RowUpdate update) {
    return update
        .set("due_on", null)
        .setJson("scheduled_subjects", List.of())
        .setJson("laws", List.of());
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }
}
