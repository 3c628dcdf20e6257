package za.lexohub.processes.storage;

import java.util.Locale;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
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

  /** What the keys of all papers of an invoice begin with. */
  public static String invoicePrefix(TenantId tenant, UUID invoiceId) {
    return tenant + "/invoices/" + invoiceId + "/";
  }

  public static String proFormaPrefix(TenantId tenant, UUID proFormaId) {
    return tenant + "/proformas/" + proFormaId + "/";
  }

  private DocumentKeys() {}
}
