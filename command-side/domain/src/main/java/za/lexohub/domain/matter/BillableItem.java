package za.lexohub.domain.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.messages.work.WorkKind;

/**
 * A work item as an invoice charges it.
 *
 * @param quantity hours of time, units of a service, 1 of a disbursement
 * @param rate for one unit; of a disbursement its cost with the markup
 * @param amount what is charged: of time it may differ by a cent from quantity × rate, because it
 *     is reckoned from whole minutes
 * @param description sealed under the matter's key
 */
public record BillableItem(
    WorkItemId id,
    WorkKind kind,
    LocalDate date,
    BigDecimal quantity,
    Money rate,
    Money amount,
    VatTreatment vat,
    PersonalData description) {}
