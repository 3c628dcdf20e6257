package za.lexohub.domain.attachment;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.InvoiceFiles;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentCommands.AnnounceAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.LinkAttachment;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;

/**
 * Adds documents to files that exist, whatever their state: what proves something may be found
 * after a matter is closed. Takes the attachments' locks, the older version's first, before the
 * file's.
 */
@Component
class Attaching {
  private final Repository<Attachment> attachments;
  private final InvoiceFiles invoices;
  private final MatterFiles matters;

  Attaching(Repository<Attachment> attachments, InvoiceFiles invoices, MatterFiles matters) {
    this.attachments = attachments;
    this.invoices = invoices;
    this.matters = matters;
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
    requireFile(command.tenant(), command.kind(), command.fileId());
    added.execute(attachment -> attachment.decide(command));
  }

  @CommandHandler
  void handle(
      LinkAttachment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Attachment> added = lock(command.attachmentId(), command.tenant(), expectedVersion);
    requireFile(command.tenant(), command.kind(), command.fileId());
    added.execute(attachment -> attachment.decide(command));
  }

  private Aggregate<Attachment> lock(
      AttachmentId id, TenantId tenant, @Nullable String expectedVersion) {
    return Admission.loadOrCreate(
        attachments, Attachment.class, id, Attachment::new, tenant, expectedVersion);
  }

  private void requireFile(TenantId tenant, AttachmentKind kind, UUID fileId) {
    switch (kind) {
      case MATTER -> matters.of(new MatterId(fileId), tenant);
      case INVOICE ->
          invoices
              .of(new InvoiceId(fileId), tenant)
              .orElseThrow(() -> new NotFound("invoice " + fileId));
    }
  }
}
