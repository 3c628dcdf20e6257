package za.lexohub.readmodels.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * The billable work on a matter that stands on no invoice: a sum over its items, kept nowhere
 * ({@code domain.md} D22).
 *
 * @param items how many
 * @param minutes of all time entries
 * @param total of time, services and disbursements, as they were logged: VAT is added later, or is
 *     in it already where an item says so
 * @param oldest the day of the oldest item
 */
public record WorkInProgress(
    int items,
    long minutes,
    Money time,
    Money services,
    Money disbursements,
    Money total,
    @Nullable LocalDate oldest) {}
