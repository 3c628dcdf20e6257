package za.lexohub.processes.storage;

import java.util.Locale;
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

  private DocumentKeys() {}
}
