package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * An invoice on which something is open.
 *
 * @param total as it was sent
 * @param balance total and debit notes less what is paid, credited and written off; below zero only
 *     when a payment was recorded late for a day on which another one still stood
 * @param daysOverdue below zero before the due date
 * @param bracket as in {@link Ageing.Bracket}
 * @param progressPercent paid, of the total
 */
public record OutstandingInvoice(
    UUID id,
    String invoiceNumber,
    String client,
    String attorney,
    @Nullable String firm,
    String bar,
    Money total,
    Money paid,
    Money credited,
    Money debited,
    Money writtenOff,
    Money balance,
    LocalDate invoiceDate,
    LocalDate dueDate,
    int daysOverdue,
    String bracket,
    @Nullable BigDecimal progressPercent) {}
