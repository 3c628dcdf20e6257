package za.lexohub.readmodels.access;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps who may see a matter, one row per matter and attorney; its version is the matter's at the
 * last word about that attorney. Every write may come again, at any time; an older one is refused.
 */
public final class MatterGrantRows {

  private static final String TABLE = "matter_grants";

  private final TenantScope scope;

  public MatterGrantRows(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * @param stamp of the matter
   */
  public void granted(Stamp stamp, String attorneyId, String level) {
    put(stamp, attorneyId, level);
  }

  /**
   * @param stamp of the matter
   */
  public void revoked(Stamp stamp, String attorneyId) {
    put(stamp, attorneyId, null);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private void put(Stamp stamp, String attorneyId, @Nullable String level) {
    scope.write(
        stamp.tenant(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into matter_grants
                      (tenant_id, id, version, created_at, updated_at, matter_id, attorney_id, level)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (tenant_id, id) do update
                      set version = excluded.version, updated_at = excluded.updated_at,
                          level = excluded.level
                      where matter_grants.version < excluded.version\
                    """)
                .params(
                    stamp.tenant(),
                    idOf(stamp.id(), attorneyId),
                    stamp.version(),
                    Sql.value(stamp.at()),
                    Sql.value(stamp.at()),
                    stamp.id(),
                    attorneyId,
                    level)
                .update());
  }

  private static UUID idOf(UUID matterId, String attorneyId) {
    return UUID.nameUUIDFromBytes((matterId + "/" + attorneyId).getBytes(StandardCharsets.UTF_8));
  }
}
