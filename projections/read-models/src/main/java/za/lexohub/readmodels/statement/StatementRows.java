package za.lexohub.readmodels.statement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of statements: each has an id made of its matter's and its number, and the version
 * of the matter at its last change. Every write may come again, at any time.
 */
public final class StatementRows {

  private static final String TABLE = "statements";

  private final TenantScope scope;

  public StatementRows(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * @param matter the matter's stamp
   */
  public void requested(Stamp matter, int number, LocalDate from, LocalDate to) {
    RowInsert.of(TABLE, own(matter, number))
        .set("matter_id", matter.id())
        .set("number", number)
        .set("from_date", from)
        .set("to_date", to)
        .set("status", "REQUESTED")
        .apply(scope);
  }

  public void stored(Stamp matter, int number, String key, String sha256, long size) {
    RowUpdate.of(TABLE, own(matter, number))
        .set("status", "STORED")
        .set("object_key", key)
        .set("sha256", sha256)
        .set("size", size)
        .set("reason", null)
        .apply(scope);
  }

  public void failed(Stamp matter, int number, String reason) {
    RowUpdate.of(TABLE, own(matter, number))
        .set("status", "FAILED")
        .set("reason", reason)
        .apply(scope);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static Stamp own(Stamp matter, int number) {
    return new Stamp(matter.tenant(), idOf(matter.id(), number), matter.version(), matter.at());
  }

  static UUID idOf(UUID matterId, int number) {
    return UUID.nameUUIDFromBytes(
        (matterId + "/statement/" + number).getBytes(StandardCharsets.UTF_8));
  }
}
