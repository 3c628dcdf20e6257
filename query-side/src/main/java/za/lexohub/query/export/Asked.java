package za.lexohub.query.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Consistency;

/**
 * Who asks for an export, and as of when.
 *
 * @param masked whether names become pseudonyms and words are left out
 * @param consistency what it must reflect at least; when a position is asked for, that position
 * @param position the last whose events count; {@link #NOW} for all there are
 * @param asOf what {@link Heading#asOf} says
 */
public record Asked(
    String tenant, boolean masked, Consistency consistency, long position, @Nullable Instant asOf) {

  public static final long NOW = Long.MAX_VALUE;
}
