package za.lexohub.domain.proforma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;

/**
 * A pro forma as a paper in a file.
 *
 * @param inUse it may still be answered or is being billed
 * @param invoices that its rounds of billing make, though they may not have
 */
public record FiledProForma(boolean inUse, @Nullable MatterId matterId, List<InvoiceId> invoices) {}
