package za.lexohub.api.matter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking whether the brief conflicts with another.
 *
 * @param cleared there is no conflict
 * @param notes kept sealed
 * @param date today when absent
 */
record ConflictInput(
    @NotNull(message = "must be given") Boolean cleared,
    @Nullable @Size(max = 2000) String notes,
    @Nullable LocalDate date) {}
