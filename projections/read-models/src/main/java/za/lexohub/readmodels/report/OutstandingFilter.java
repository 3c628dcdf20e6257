package za.lexohub.readmodels.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices a report on open money is about.
 *
 * @param on entries up to this day count
 * @param clientName a part of it, in any case
 */
public record OutstandingFilter(
    LocalDate on, AsOf asOf, @Nullable String bar, @Nullable String clientName) {}
