package za.lexohub.domain.attachment;

import java.util.UUID;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.FiledInvoice;
import za.lexohub.domain.invoice.InvoiceFiles;
import za.lexohub.domain.matter.ErasedMatters;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.proforma.ErasedFiles;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;

/**
 * The matters and invoices that may hold a document. What comes into one after its erasure would
 * stay for good, because nobody erases it again.
 */
@Component
class LiveFiles {
  private final InvoiceFiles invoices;
  private final MatterFiles matters;
  private final ErasedMatters erasedMatters;
  private final ErasedFiles erasedFiles;

  LiveFiles(
      InvoiceFiles invoices,
      MatterFiles matters,
      ErasedMatters erasedMatters,
      ErasedFiles erasedFiles) {
    this.invoices = invoices;
    this.matters = matters;
    this.erasedMatters = erasedMatters;
    this.erasedFiles = erasedFiles;
  }

  /**
   * Locks the file for this unit of work. To be taken after every other aggregate.
   *
   * @throws NotFound when there is none, or it is another tenant's
   * @throws za.lexohub.messages.RuleViolated {@link za.lexohub.messages.Rule#PERSONAL_DATA_ERASED}
   *     when some of it was erased
   */
  void require(TenantId tenant, AttachmentKind kind, UUID fileId) {
    switch (kind) {
      case MATTER -> {
        MatterId matter = new MatterId(fileId);
        matters.of(matter, tenant);
        erasedMatters.requireLive(matter, tenant);
      }
      case INVOICE -> {
        FiledInvoice invoice =
            invoices
                .of(new InvoiceId(fileId), tenant)
                .orElseThrow(() -> new NotFound("invoice " + fileId));
        if (invoice.matterId() != null) {
          erasedMatters.requireLive(invoice.matterId(), tenant);
        } else if (invoice.proFormaId() != null) {
          erasedFiles.requireLive(invoice.proFormaId(), null, tenant);
        }
      }
    }
  }
}
