package za.lexohub.messages.attachment;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;

/**
 * What may be asked of an added document. Repeating a command that has had its effect changes
 * nothing.
 */
public sealed interface AttachmentCommands extends TenantCommand {

  AttachmentId attachmentId();

  /** Refused unless the file exists. */
  record AnnounceAttachment(
      @TargetAggregateIdentifier AttachmentId attachmentId,
      TenantId tenant,
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
      implements AttachmentCommands {
    public AnnounceAttachment {
      Shape.between("version", version, 1, 10_000);
      Shape.require(
          (version > 1) == (previous != null), "previous must be given from version 2 on");
      Shape.notBlank("mediaType", mediaType);
      Shape.require(size > 0, "size must be above 0");
      Shape.require(key.startsWith(tenant.value() + "/"), "key must be one of the tenant's");
      Shape.require(sha256.matches("[0-9a-f]{64}"), "sha256 must be 64 hexadecimal digits");
    }
  }

  /** After the upload was seen. Refused unless announced. */
  record ConfirmAttachment(@TargetAggregateIdentifier AttachmentId attachmentId, TenantId tenant)
      implements AttachmentCommands {}

  /** Refused unless the file exists. */
  record LinkAttachment(
      @TargetAggregateIdentifier AttachmentId attachmentId,
      TenantId tenant,
      AttachmentKind kind,
      UUID fileId,
      DocumentType type,
      PersonalData name,
      PersonalData url)
      implements AttachmentCommands {}

  /** Uploaded or linked. */
  record RemoveAttachment(
      @TargetAggregateIdentifier AttachmentId attachmentId, TenantId tenant, PersonalData reason)
      implements AttachmentCommands {}
}
