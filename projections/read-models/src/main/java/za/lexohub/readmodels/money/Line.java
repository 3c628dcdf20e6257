package za.lexohub.readmodels.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document.
 *
 * @param kind {@code FEE}, {@code SERVICE} or {@code DISBURSEMENT}
 * @param amount quantity × rate, rounded half up to the cent
 * @param vatTreatment {@code STANDARD}, {@code EXEMPT} or {@code INCLUSIVE}
 */
public record Line(
    String kind,
    @Nullable LocalDate date,
    String description,
    BigDecimal quantity,
    Money rate,
    Money amount,
    String vatTreatment) {}
