package za.lexohub.domain.invoice;

import java.time.LocalDate;
import java.util.List;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.party.PersonalData;

/**
 * What an invoice charges on a matter.
 *
 * @param source {@link InvoiceSource#MATTER_WIP} or {@link InvoiceSource#FIXED_FEE}
 * @param wording with one description per line
 */
record MatterCharge(
    InvoiceId invoiceId,
    TenantId tenant,
    InvoiceSource source,
    InvoiceType invoiceType,
    MatterId matterId,
    MatterFile file,
    PersonalData wording,
    List<Line> lines,
    LocalDate invoiceDate) {}
