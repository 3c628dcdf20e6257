package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for the PDF queue. The first four fields are the plan's; the others are additions for pro
 * formas and for the kinds of invoice document.
 *
 * @param type always {@code GENERATE_PDF}
 * @param invoiceId for an invoice
 * @param userId the tenant
 * @param documentType {@code INVOICE} or {@code PRO_FORMA}
 * @param proformaId for a pro forma
 * @param kind a {@link za.lexohub.messages.invoice.PdfKind} for an invoice
 * @param version the rendering's version, or the pro forma's revision
 */
public record GeneratePdf(
    String type,
    @Nullable UUID invoiceId,
    String userId,
    Instant timestamp,
    String documentType,
    @Nullable UUID proformaId,
    @Nullable String kind,
    int version) {

  public static final String TYPE = "GENERATE_PDF";
}
