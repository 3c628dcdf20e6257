package za.lexohub.domain.attachment;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentCommands.AnnounceAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.ConfirmAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.LinkAttachment;
import za.lexohub.messages.attachment.AttachmentId;

/**
 * Adds documents to files that exist, whatever their state but erased: what proves something may be
 * found after a matter is closed. Takes the attachments' locks, the older version's first, before
 * the file's.
 */
@Component
class Attaching {
  private final Repository<Attachment> attachments;
  private final LiveFiles files;

  Attaching(Repository<Attachment> attachments, LiveFiles files) {
    this.attachments = attachments;
    this.files = files;
  }

  @CommandHandler
  void handle(
      AnnounceAttachment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    AttachmentId previous = command.previous();
    if (previous != null) {
      Admission.load(attachments, Attachment.class, previous, command.tenant())
          .execute(before -> before.requireBefore(command));
    }
    Aggregate<Attachment> added = lock(command.attachmentId(), command.tenant(), expectedVersion);
    files.require(command.tenant(), command.kind(), command.fileId());
    added.execute(attachment -> attachment.decide(command));
  }

  @CommandHandler
  void handle(
      LinkAttachment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Attachment> added = lock(command.attachmentId(), command.tenant(), expectedVersion);
    files.require(command.tenant(), command.kind(), command.fileId());
    added.execute(attachment -> attachment.decide(command));
  }

  @CommandHandler
  void handle(
      ConfirmAttachment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Attachment> announced =
        Admission.load(
            attachments,
            Attachment.class,
            command.attachmentId(),
            command.tenant(),
            expectedVersion);
    if (!announced.invoke(Attachment::isStored)) {
      announced.execute(attachment -> attachment.decide(command, files));
    }
  }

  private Aggregate<Attachment> lock(
      AttachmentId id, TenantId tenant, @Nullable String expectedVersion) {
    return Admission.loadOrCreate(
        attachments, Attachment.class, id, Attachment::new, tenant, expectedVersion);
  }
}
