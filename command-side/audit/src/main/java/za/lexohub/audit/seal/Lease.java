package za.lexohub.audit.seal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to seal, held by at most one node. Times are those of the database, so that no two
 * clocks are compared.
 */
final class Lease {

  private static final long NONE = -1;

  /** A lease is renewed when this part of it has passed: twice more before it runs out. */
  private static final int RENEWALS = 3;

  private final JdbcClient jdbc;
  private final Duration duration;
  private final String holder = UUID.randomUUID().toString();
  private long epoch = NONE;
  private long renewedAt;

  Lease(JdbcClient jdbc, Duration duration) {
    this.jdbc = jdbc;
    this.duration = duration;
  }

  /** Renews it, or takes it when nobody has it; says whether it is held now. */
  boolean hold() {
    long now = System.nanoTime();
    if (epoch != NONE && (now - renewedAt < duration.toNanos() / RENEWALS || renew())) {
      return true;
    }
    renewedAt = now;
    Optional<Long> taken =
        jdbc.sql(
                "update sealer_lease set holder = ?, epoch = epoch + 1,"
                    + " until = clock_timestamp() + ? * interval '1 ms'"
                    + " where until < clock_timestamp() returning epoch")
            .params(holder, duration.toMillis())
            .query(Long.class)
            .optional();
    epoch = taken.orElse(NONE);
    return taken.isPresent();
  }

  /**
   * @throws Fenced when it is not held without a break since it was taken
   */
  void require() {
    long before = epoch;
    if (!hold() || epoch != before) {
      throw new Fenced();
    }
  }

  /** Somebody else has it, whatever this node believed. */
  void lost() {
    epoch = NONE;
  }

  private boolean renew() {
    renewedAt = System.nanoTime();
    return jdbc.sql(
                "update sealer_lease set until = clock_timestamp() + ? * interval '1 ms'"
                    + " where holder = ? and epoch = ?")
            .params(duration.toMillis(), holder, epoch)
            .update()
        == 1;
  }

  /** Lets the next one take over without waiting. */
  void release() {
    if (epoch != NONE) {
      jdbc.sql("update sealer_lease set until = '-infinity' where holder = ? and epoch = ?")
          .params(holder, epoch)
          .update();
      epoch = NONE;
    }
  }

  /** What was found, by whatever node, and not yet found to be mended. */
  Optional<String> alarm() {
    return jdbc.sql("select alarm from sealer_lease where alarm is not null")
        .query(String.class)
        .optional();
  }

  /**
   * Tells every node, also those that start later. Whoever holds the lease: a false alarm costs a
   * look at all of the log, a lost one the evidence.
   */
  void raise(String finding) {
    jdbc.sql("update sealer_lease set alarm = ?").param(finding).update();
  }

  /** All of the log is what was sealed. */
  void clear() {
    jdbc.sql("update sealer_lease set alarm = null where holder = ? and epoch = ?")
        .params(holder, epoch)
        .update();
  }

  String holder() {
    return holder;
  }

  /** Of the last time it was taken. */
  long epoch() {
    return epoch;
  }
}
