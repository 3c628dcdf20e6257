package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for the PDF queue. The first four fields are the plan's; the others are additions for pro
 * formas, for the kinds of invoice document and for statements.
 *
 * @param type always {@code GENERATE_PDF}
 * @param invoiceId for an invoice
 * @param userId the tenant
 * @param documentType {@code INVOICE}, {@code PRO_FORMA} or {@code STATEMENT}
 * @param proformaId for a pro forma
 * @param kind a {@link za.lexohub.messages.invoice.PdfKind} for an invoice
 * @param version the rendering's version, the pro forma's revision, or the statement's number
 * @param matterId for a statement
 */
public record GeneratePdf(
    String type,
    @Nullable UUID invoiceId,
    String userId,
    Instant timestamp,
    String documentType,
    @Nullable UUID proformaId,
    @Nullable String kind,
    int version,
    @Nullable UUID matterId) {

  public static final String TYPE = "GENERATE_PDF";
}
