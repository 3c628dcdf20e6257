package za.lexohub.readmodels.publiclink;

import java.time.Instant;
import java.util.UUID;

/**
 * What a public token opens.
 *
 * @param subjectId of the pro forma, or of what else the purpose says
 * @param purpose {@code SUBMIT}, {@code RESPOND}, {@code SIGN} or {@code VIEW_INVOICE}
 * @param generation counts the links of one purpose
 * @param state {@code LIVE}, {@code USED}, or {@code REPLACED} by a newer link or by withdrawal
 * @param expiresAt from this instant on it is worthless
 */
public record PublicLink(
    String tenant,
    UUID subjectId,
    String purpose,
    int generation,
    String state,
    Instant expiresAt) {}
