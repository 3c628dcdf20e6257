package za.lexohub.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.erasure.AnnouncedUploads;

/** Asks the log itself, over a partial index, because a read model may be behind it. */
final class LoggedUploads implements AnnouncedUploads {

  private final JdbcClient jdbc;

  LoggedUploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> keysOn(TenantId tenant, AttachmentKind kind, UUID fileId) {
    return SubjectKeys.reachable(
        () ->
            jdbc.sql(
                    "select announced ->> 'key' from ("
                        + "select position, convert_from(payload, 'UTF8')::json as announced"
                        + " from event_log"
                        + " where tenant_id = ? and event_type = 'AttachmentAnnounced') uploads"
                        + " where announced ->> 'kind' = ? and announced ->> 'fileId' = ?"
                        + " order by position")
                .params(tenant.value(), kind.name(), fileId.toString())
                .query(String.class)
                .list());
  }
}
