package za.lexohub.readmodels.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the brief conflicts with another.
 *
 * @param status {@code CLEARED}, {@code FOUND} or {@code OVERRIDDEN}
 * @param date of the check, or of its overriding
 * @param note what was noted on it, or why it was overridden
 */
public record ConflictView(String status, LocalDate date, @Nullable String note) {}
