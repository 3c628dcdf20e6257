package za.lexohub.processes.erasure;

import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.erasure.AnnouncedUploads;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.processes.storage.DocumentKeys;
import za.lexohub.processes.storage.DocumentStore;

/**
 * Takes away what lies in clear under an erased file: documents that people added, and papers that
 * were stored before papers were sealed. They are not sorted by whom they name, so they go with the
 * first subject. Where an upload was announced none comes in any more; what slips in beside that is
 * found by a second look, after the last ticket has expired. A store that is away holds this group
 * up, and nothing else.
 */
@DisallowReplay
@ProcessingGroup(DocumentErasure.GROUP)
public class DocumentErasure { // public, because Spring makes it

  static final String GROUP = "document-erasure";

  private final DocumentStore documents;
  private final AnnouncedUploads uploads;

  public DocumentErasure(DocumentStore documents, AnnouncedUploads uploads) {
    this.documents = documents;
    this.uploads = uploads;
  }

  @EventHandler
  public void on(PersonalDataErased event) {
    erase(event.tenantId(), event.data());
  }

  @EventHandler
  public void on(UploadTicketsExpired event) {
    erase(event.tenantId(), event.data());
  }

  private void erase(TenantId tenant, ErasedData data) {
    close(tenant, AttachmentKind.MATTER, data.matterIds());
    close(tenant, AttachmentKind.INVOICE, data.invoiceIds());
    data.proFormaIds()
        .forEach(id -> documents.eraseUnsealed(tenant, DocumentKeys.proFormaPrefix(tenant, id)));
    data.matterIds()
        .forEach(id -> documents.eraseUnsealed(tenant, DocumentKeys.matterPrefix(tenant, id)));
    data.invoiceIds()
        .forEach(id -> documents.eraseUnsealed(tenant, DocumentKeys.invoicePrefix(tenant, id)));
  }

  private void close(TenantId tenant, AttachmentKind kind, List<UUID> fileIds) {
    for (UUID fileId : fileIds) {
      uploads.keysOn(tenant, kind, fileId).forEach(key -> documents.closeUpload(tenant, key));
    }
  }
}
