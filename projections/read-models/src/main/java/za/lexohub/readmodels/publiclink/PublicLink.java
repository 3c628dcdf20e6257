package za.lexohub.readmodels.publiclink;

import java.time.Instant;
import java.util.UUID;

/**
 * What a public token opens.
 *
 * @param purpose {@code SUBMIT} or {@code RESPOND}
 * @param generation counts the links of one purpose
 * @param state {@code LIVE}, {@code USED}, or {@code REPLACED} by a newer link or by withdrawal
 * @param expiresAt from this instant on it is worthless
 */
public record PublicLink(
    String tenant,
    UUID proFormaId,
    String purpose,
    int generation,
    String state,
    Instant expiresAt) {}
