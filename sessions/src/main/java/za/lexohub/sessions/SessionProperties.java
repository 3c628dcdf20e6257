package za.lexohub.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a session may be ({@code domain.md} 11). Without {@code lexohub.sessions.table} there are
 * none: every good token opens the door until it expires.
 *
 * @param table in DynamoDB, by user and session
 * @param most sessions of one user at a time
 * @param lifetime from its first request, whatever its tokens say
 * @param idle for how long nobody may ask under it
 * @param recheck how long a node relies on what it learned; with one answer of a store it is the
 *     time after which a session that was ended elsewhere ends here
 */
@ConfigurationProperties("lexohub.sessions")
record SessionProperties(
    String table,
    @DefaultValue("5") int most,
    @DefaultValue("24h") Duration lifetime,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("2s") Duration recheck) {
  SessionProperties {
    if (table.isBlank()) {
      throw new IllegalArgumentException("lexohub.sessions.table must not be blank");
    }
    if (most < 1) {
      throw new IllegalArgumentException("lexohub.sessions.most must be at least 1");
    }
    positive("lifetime", lifetime);
    positive("idle", idle);
    positive("recheck", recheck);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("lexohub.sessions." + name + " must be above 0");
    }
  }
}
