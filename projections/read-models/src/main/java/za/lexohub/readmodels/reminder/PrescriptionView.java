package za.lexohub.readmodels.reminder;

import java.time.LocalDate;
import java.util.UUID;

/**
 * When what an invoice claims prescribes, while anything of it is owed.
 *
 * @param dueDate when it fell due, or will
 * @param runsFrom the due date, or the day of the last acknowledgement after it; a payment is one
 * @param prescribesOn three years later (Prescription Act 68 of 1969, s11(d))
 * @param version the count of the invoice's events when that was so for the first time
 */
public record PrescriptionView(
    UUID invoiceId, LocalDate dueDate, LocalDate runsFrom, LocalDate prescribesOn, long version) {}
