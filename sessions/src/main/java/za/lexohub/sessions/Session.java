package za.lexohub.sessions;

import java.time.Instant;

/**
 * A session that has not ended.
 *
 * @param lastSeenAt late by up to five minutes
 * @param expiresAt when it ends even if it is used until then
 * @param network it was first seen from, shortened
 * @param client the program that was given the token
 */
public record Session(
    String id,
    Instant startedAt,
    Instant lastSeenAt,
    Instant expiresAt,
    String network,
    String client) {}
