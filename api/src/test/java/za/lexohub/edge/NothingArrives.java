package za.lexohub.edge;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.document.Uploads;

/** Gives tickets to a store that nobody ever puts anything into. */
final class NothingArrives implements Uploads {

  @Override
  public String key(TenantId tenant, AttachmentKind kind, UUID fileId, AttachmentId attachmentId) {
    return tenant + "/" + kind + "/" + fileId + "/" + attachmentId;
  }

  @Override
  public Ticket ticket(TenantId tenant, String key, String mediaType, long size, String sha256) {
    return new Ticket(
        "PUT",
        "https://store.example/" + key,
        Map.of("content-type", mediaType),
        Instant.parse("2026-03-31T10:15:00Z"));
  }

  @Override
  public Arrival arrival(TenantId tenant, String key, String mediaType, long size, String sha256) {
    return Arrival.NOTHING;
  }
}
