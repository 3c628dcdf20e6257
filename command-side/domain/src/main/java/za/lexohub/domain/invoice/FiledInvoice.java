package za.lexohub.domain.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * An invoice as a paper in a file.
 *
 * @param matterId the matter it was made on, in whose file it lies
 * @param proFormaId what it was made of; without a matter it lies in that one's file
 * @param inUse a draft, or issued with something open, or disputed
 * @param issuedOn its date once issued, and after it was voided or written off; absent when it
 *     never was
 * @param lastEntryOn the last day that its books know: of the invoice, of a payment, or on which
 *     anything was booked on its account or the invoice voided
 */
public record FiledInvoice(
    @Nullable MatterId matterId,
    @Nullable ProFormaId proFormaId,
    boolean inUse,
    @Nullable LocalDate issuedOn,
    LocalDate lastEntryOn) {}
