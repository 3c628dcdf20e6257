package za.lexohub.processes.erasure;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.processes.storage.DocumentKeys;
import za.lexohub.processes.storage.DocumentStore;

/**
 * Takes away what lies in clear under an erased file: documents that people added, and papers that
 * were stored before papers were sealed. They are not sorted by whom they name, so they go with the
 * first subject. A store that is away holds this group up, and nothing else.
 */
@DisallowReplay
@ProcessingGroup(DocumentErasure.GROUP)
public class DocumentErasure { // public, because Spring makes it

  static final String GROUP = "document-erasure";

  private final DocumentStore documents;

  public DocumentErasure(DocumentStore documents) {
    this.documents = documents;
  }

  @EventHandler
  void on(PersonalDataErased event) {
    event
        .data()
        .proFormaIds()
        .forEach(
            id ->
                documents.eraseUnsealed(
                    event.tenantId(), DocumentKeys.proFormaPrefix(event.tenantId(), id)));
    event
        .data()
        .matterIds()
        .forEach(
            id ->
                documents.eraseUnsealed(
                    event.tenantId(), DocumentKeys.matterPrefix(event.tenantId(), id)));
    event
        .data()
        .invoiceIds()
        .forEach(
            id ->
                documents.eraseUnsealed(
                    event.tenantId(), DocumentKeys.invoicePrefix(event.tenantId(), id)));
  }
}
