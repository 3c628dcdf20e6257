package za.lexohub.audit.asof;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;

/**
 * One event as a fold takes it.
 *
 * @param event in its present revision
 * @param version of the aggregate after it: the count of its events
 * @param at when it happened
 * @param data the stored payload with its personal data opened
 */
public record Step(
    TenantId tenant,
    String id,
    Object event,
    long version,
    Instant at,
    Map<String, @Nullable Object> data) {}
