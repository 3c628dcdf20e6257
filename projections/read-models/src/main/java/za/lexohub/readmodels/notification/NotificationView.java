package za.lexohub.readmodels.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user should know of. It has no words: who shows it says it in the user's own.
 *
 * @param kind what has happened
 * @param subjectType {@code MATTER}, {@code PRO_FORMA}, {@code INVOICE}, {@code AGREEMENT}, {@code
 *     SCOPE_AMENDMENT} or {@code RETAINER}
 * @param readAt when this user read it
 * @param at when it happened
 */
public record NotificationView(
    UUID id,
    String kind,
    String subjectType,
    UUID subjectId,
    @Nullable Instant readAt,
    Instant at) {}
