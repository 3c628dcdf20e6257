package za.lexohub.readmodels.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of attachments. Every write may come again, at any time; an older one is refused.
 */
public final class AttachmentRows {

  private static final String TABLE = "attachments";

  private final TenantScope scope;

  public AttachmentRows(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * What was announced.
   *
   * @param version counts the versions of one document, from 1
   */
  public record Upload(
      int version,
      @Nullable UUID previousId,
      String mediaType,
      long size,
      String sha256,
      String key) {}

  public void announced(
      Stamp stamp, String kind, UUID fileId, String type, @Nullable String name, Upload upload) {
    born(stamp, kind, fileId, type, name, "PENDING")
        .set("document_version", upload.version())
        .set("previous_id", upload.previousId())
        .set("media_type", upload.mediaType())
        .set("size", upload.size())
        .set("sha256", upload.sha256())
        .set("object_key", upload.key())
        .apply(scope);
  }

  public void linked(
      Stamp stamp,
      String kind,
      UUID fileId,
      String type,
      @Nullable String name,
      @Nullable String url) {
    born(stamp, kind, fileId, type, name, "LINKED")
        .set("document_version", 1)
        .set("url", url)
        .apply(scope);
  }

  private static RowInsert born(
      Stamp stamp, String kind, UUID fileId, String type, @Nullable String name, String status) {
    return RowInsert.of(TABLE, stamp)
        .set("kind", kind)
        .set("file_id", fileId)
        .set("type", type)
        .set("name", name)
        .set("status", status);
  }

  public void stored(Stamp stamp) {
    RowUpdate.of(TABLE, stamp).set("status", "STORED").apply(scope);
  }

  public void removed(Stamp stamp, @Nullable String reason) {
    RowUpdate.of(TABLE, stamp).set("status", "REMOVED").set("removal_reason", reason).apply(scope);
  }

  /** Leaves what a replay would write now, in all attachments of a file. */
  public void forget(String tenant, UUID fileId, Forgotten forgotten) {
    if (forgotten.wording()) {
      RowErasure.of(TABLE)
          .text("name")
          .text("url")
          .text("removal_reason")
          .apply(scope, tenant, "file_id", fileId);
    }
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
