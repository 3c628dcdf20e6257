package za.lexohub.readmodels.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement of account as a matter lists it.
 *
 * @param number counts the statements of the matter, from 1
 * @param status {@code REQUESTED}, {@code STORED} or {@code FAILED}
 * @param key where its paper is stored
 * @param sha256 hex, of the paper
 * @param size of the paper, in bytes
 * @param reason why it could not be made
 */
public record StatementView(
    UUID matterId,
    int number,
    LocalDate from,
    LocalDate to,
    String status,
    @Nullable String key,
    @Nullable String sha256,
    @Nullable Long size,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {}
