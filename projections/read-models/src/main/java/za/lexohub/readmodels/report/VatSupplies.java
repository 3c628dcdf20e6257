package za.lexohub.readmodels.report;

import java.time.LocalDate;
import za.lexohub.readmodels.money.Money;

/**
 * What a practice supplied in the twelve months that end with a day, as a vendor or not: what
 * registration for VAT is measured by (Value-Added Tax Act 89 of 1991 s23). Invoiced less voided
 * and credited, and debited, without VAT; a debt that was written off was supplied all the same.
 * Fees and charged disbursements count whatever VAT they bear, so the value is rather too high than
 * too low.
 *
 * @param from the first of those days
 * @param on the last of them
 */
public record VatSupplies(LocalDate from, LocalDate on, Money value) {}
