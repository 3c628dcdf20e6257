package za.lexohub.api.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.VatLimits;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.report.VatSupplies;

/**
 * How what a practice supplied stands against the thresholds of registration for VAT.
 *
 * @param from the first day of the twelve months that end with {@code on}
 * @param supplies of those months, without VAT
 * @param compulsoryAbove more than this, and registration is compulsory; null, as all that the law
 *     says, for a day before its table
 * @param voluntaryFrom as much as this, and registration is open
 * @param paymentsBasisBelow less than this, and a natural person may account on the payments basis
 * @param source of the thresholds
 * @param registered whether the practice is a vendor on {@code on}
 */
@Schema(description = "What was supplied in twelve months, and what the law makes of it.")
record VatStanding(
    LocalDate on,
    LocalDate from,
    Money supplies,
    @Nullable Money compulsoryAbove,
    @Nullable Money voluntaryFrom,
    @Nullable Money paymentsBasisBelow,
    @Nullable String source,
    boolean registered,
    VatLimits.@Nullable State state) {

  static VatStanding of(VatSupplies supplied, VatLimits.Standing standing) {
    VatLimits.Limits limits = standing.limits();
    return limits == null
        ? new VatStanding(
            supplied.on(),
            supplied.from(),
            supplied.value(),
            null,
            null,
            null,
            null,
            standing.registered(),
            null)
        : new VatStanding(
            supplied.on(),
            supplied.from(),
            supplied.value(),
            Money.cents(limits.compulsoryAbove().amount()),
            Money.cents(limits.voluntaryFrom().amount()),
            Money.cents(limits.paymentsBasisBelow().amount()),
            limits.source(),
            standing.registered(),
            limits.state());
  }
}
