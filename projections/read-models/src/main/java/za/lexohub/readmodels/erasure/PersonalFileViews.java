package za.lexohub.readmodels.erasure;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads what {@link PersonalFileRows} has written. */
public final class PersonalFileViews {

  private final TenantScope scope;

  public PersonalFileViews(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * A file that something was asked of.
   *
   * @param id under which its events are kept
   */
  public record Found(UUID id, PersonalFileView file) {}

  public Optional<Found> find(String tenant, UUID fileId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from personal_files where tenant_id = ? and file_id = ?")
                .params(tenant, fileId)
                .query(
                    (row, n) ->
                        new Found(
                            Sql.uuid(row, "id"),
                            new PersonalFileView(
                                row.getString("kind"),
                                Sql.uuid(row, "file_id"),
                                row.getString("status"),
                                Sql.optionalDate(row, "due_on"),
                                Json.columnOf(row, "scheduled_subjects", String.class),
                                Json.columnOf(row, "laws", PersonalFileView.Law.class),
                                row.getBoolean("legal_hold"),
                                Json.columnOf(row, "erased_subjects", String.class),
                                Sql.optionalInstant(row, "erased_at"),
                                Sql.optionalInstant(row, "keys_destroyed_at"),
                                row.getLong("version"))))
                .optional());
  }
}
