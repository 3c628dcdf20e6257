package za.lexohub.messages.proforma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a pro forma, how and when.
 *
 * @param by the actor: the token's subject, or {@code attorney} for a public link
 * @param tokenHash SHA-256, hex, of the public token; only with {@link Channel#PUBLIC_LINK}
 */
public record Answer(Channel channel, String by, @Nullable String tokenHash, Instant at) {}
