package za.lexohub.messages.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line as it stands on a document, amount = quantity × rate, rounded half up to the cent. */
public record Line(
    LineKind kind,
    @Nullable LocalDate date,
    BigDecimal quantity,
    Money rate,
    Money amount,
    VatTreatment vatTreatment) {}
