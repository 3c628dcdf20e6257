package za.lexohub.messages.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of an added document. {@code name}, {@code url} and {@code reason} are sealed under the
 * key of the file.
 */
public sealed interface AttachmentEvents extends DomainEvent {

  AttachmentId attachmentId();

  /**
   * Somebody is about to upload it.
   *
   * @param fileId of the matter or invoice
   * @param version counts the versions of one document, from 1
   * @param previous the version before
   * @param sha256 hex, as announced; the upload is held to it
   */
  @EventType("AttachmentAnnounced")
  record AttachmentAnnounced(
      AttachmentId attachmentId,
      TenantId tenantId,
      AttachmentKind kind,
      UUID fileId,
      DocumentType type,
      int version,
      @Nullable AttachmentId previous,
      String mediaType,
      long size,
      String sha256,
      String key,
      PersonalData name)
      implements AttachmentEvents {}

  /** The upload has arrived and is what was announced. */
  @EventType("AttachmentStored")
  record AttachmentStored(AttachmentId attachmentId) implements AttachmentEvents {}

  /** It lies elsewhere; the file names its address. */
  @EventType("AttachmentLinked")
  record AttachmentLinked(
      AttachmentId attachmentId,
      TenantId tenantId,
      AttachmentKind kind,
      UUID fileId,
      DocumentType type,
      PersonalData name,
      PersonalData url)
      implements AttachmentEvents {}

  /** The file does not show it any more. */
  @EventType("AttachmentRemoved")
  record AttachmentRemoved(AttachmentId attachmentId, PersonalData reason)
      implements AttachmentEvents {}
}
