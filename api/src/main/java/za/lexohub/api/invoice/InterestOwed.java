package za.lexohub.api.invoice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.MoraInterest.Interest;
import za.lexohub.readmodels.money.Money;

/**
 * Interest a tempore morae on an invoice: shown, never charged.
 *
 * @param capital that is outstanding at the end of {@code on}
 * @param rateBasisPoints hundredths of a per cent a year; null when no rate is known for {@code
 *     from}
 * @param from the day after the due date
 * @param days on which something was owed in arrears
 * @param interest null without a rate
 * @param capped it has come to the capital and runs no further (in duplum)
 * @param source of the rate
 */
@Schema(description = "Interest on arrears: computed and shown, never charged.")
record InterestOwed(
    UUID invoiceId,
    LocalDate on,
    Money capital,
    @Nullable Integer rateBasisPoints,
    LocalDate from,
    long days,
    @Nullable Money interest,
    boolean capped,
    @Nullable String source) {

  static InterestOwed of(UUID invoiceId, LocalDate on, Interest it) {
    return new InterestOwed(
        invoiceId,
        on,
        Money.cents(it.capital().amount()),
        it.rateBasisPoints(),
        it.from(),
        it.days(),
        it.interest() == null ? null : Money.cents(it.interest().amount()),
        it.capped(),
        it.source());
  }
}
