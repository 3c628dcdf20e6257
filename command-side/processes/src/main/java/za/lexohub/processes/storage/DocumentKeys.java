package za.lexohub.processes.storage;

import java.util.Locale;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/** Where a paper lies. A key names one rendering and is never used for another. */
public final class DocumentKeys {

  public static String invoice(TenantId tenant, InvoiceId invoiceId, PdfKind kind, int version) {
    return tenant
        + "/invoices/"
        + invoiceId
        + "/"
        + kind.name().toLowerCase(Locale.ROOT)
        + "-v"
        + version
        + ".pdf";
  }

  public static String proForma(TenantId tenant, ProFormaId proFormaId, int revision) {
    return tenant + "/proformas/" + proFormaId + "/r" + revision + ".pdf";
  }

  public static String statement(TenantId tenant, MatterId matterId, int number) {
    return matterPrefix(tenant, matterId.value()) + "statements/" + number + ".pdf";
  }

  /** Of a document that a person adds. */
  public static String attachment(
      TenantId tenant, AttachmentKind kind, UUID fileId, AttachmentId attachmentId) {
    String file =
        switch (kind) {
          case MATTER -> matterPrefix(tenant, fileId);
          case INVOICE -> invoicePrefix(tenant, fileId);
        };
    return file + "attachments/" + attachmentId;
  }

  /** Of a practice's logo, by the hash of its bytes. */
  public static String logo(TenantId tenant, String sha256) {
    return tenant + "/practice/logos/" + sha256 + ".png";
  }

  /** What the keys of all papers of a matter begin with. */
  public static String matterPrefix(TenantId tenant, UUID matterId) {
    return tenant + "/matters/" + matterId + "/";
  }

  /** What the keys of all papers of an invoice begin with. */
  public static String invoicePrefix(TenantId tenant, UUID invoiceId) {
    return tenant + "/invoices/" + invoiceId + "/";
  }

  public static String proFormaPrefix(TenantId tenant, UUID proFormaId) {
    return tenant + "/proformas/" + proFormaId + "/";
  }

  private DocumentKeys() {}
}
