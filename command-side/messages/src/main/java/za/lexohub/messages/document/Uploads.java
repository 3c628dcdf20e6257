package za.lexohub.messages.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;

/**
 * Lets a caller put a document straight into the store. Throws {@link
 * Documents.DocumentsUnavailable} when the store cannot be reached now; that may pass.
 */
public interface Uploads {

  /** How long a ticket is good: for a large document on a slow line, too short to pass around. */
  Duration TICKETS_LIVE = Duration.ofMinutes(15);

  /** Where a document added to a file lies. */
  String key(TenantId tenant, AttachmentKind kind, UUID fileId, AttachmentId attachmentId);

  /**
   * Leave to put one document there, once: the store takes only these bytes under this type, and
   * only until the ticket expires.
   *
   * @param size in bytes
   * @param sha256 hex
   */
  Ticket ticket(TenantId tenant, String key, String mediaType, long size, String sha256);

  /** What has arrived under a key. */
  Arrival arrival(TenantId tenant, String key, String mediaType, long size, String sha256);

  /**
   * A request that the store will answer.
   *
   * @param headers to be sent as they are; the signature covers them
   */
  record Ticket(String method, String url, Map<String, String> headers, Instant expiresAt) {
    public Ticket {
      headers = Map.copyOf(headers);
    }
  }

  /** Whether what was announced is there. */
  enum Arrival {
    NOTHING,
    /** Something else lies there. */
    DIFFERENT,
    AS_ANNOUNCED
  }
}
