package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;

/**
 * Everything that a receipt says, as the log had it when the rendering was requested.
 *
 * @param requestedAt the only time a rendering knows
 * @param ordinal counts the payments of the invoice, from 1
 * @param reference as the payer gave it
 * @param before what was open before the payment
 * @param balance what it left open
 */
record ReceiptDocument(
    Instant requestedAt,
    String invoiceNumber,
    int ordinal,
    Counsel counsel,
    Heading heading,
    Money amount,
    PaymentMethod method,
    LocalDate paidOn,
    @Nullable String reference,
    Money before,
    Money balance) {}
