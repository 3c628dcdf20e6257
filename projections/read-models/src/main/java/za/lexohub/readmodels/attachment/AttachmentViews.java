package za.lexohub.readmodels.attachment;

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

/** Reads attachments. */
public final class AttachmentViews {

  private static final String COLUMNS =
      """
      id, kind, file_id, type, status, name, document_version, previous_id, media_type, size,
      sha256, object_key, url, removal_reason, version, created_at, updated_at\
      """;

  private final TenantScope scope;

  public AttachmentViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<AttachmentView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from attachments where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(AttachmentViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<AttachmentView> page(
      String tenant,
      AttachmentFilter filter,
      Sort<AttachmentSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, COLUMNS, "attachments")
        .whereIn("status", filter.status())
        .whereIn("type", filter.type())
        .whereEqual("file_id", filter.fileId())
        .page(scope, sort, limit, after, AttachmentViews::view);
  }

  private static AttachmentView view(ResultSet row, int number) throws SQLException {
    long size = row.getLong("size");
    Long known = row.wasNull() ? null : Long.valueOf(size);
    return new AttachmentView(
        Sql.uuid(row, "id"),
        row.getString("kind"),
        Sql.uuid(row, "file_id"),
        row.getString("type"),
        row.getString("status"),
        row.getString("name"),
        row.getInt("document_version"),
        Sql.optionalUuid(row, "previous_id"),
        Sql.optionalText(row, "media_type"),
        known,
        Sql.optionalText(row, "sha256"),
        Sql.optionalText(row, "object_key"),
        Sql.optionalText(row, "url"),
        Sql.optionalText(row, "removal_reason"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
