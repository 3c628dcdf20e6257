package za.lexohub.audit.seal;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;

/** Lets tests of other packages seal. */
public final class Sealing {

  /** Seals what there is, as a node that comes and goes. */
  public static void once(JdbcClient jdbc, AuditObjects objects, LogKeys key) {
    SealProperties properties =
        new SealProperties(
            true,
            Duration.ZERO,
            1,
            10_000,
            Duration.ofMillis(20),
            Duration.ofSeconds(10),
            Duration.ZERO,
            200_000);
    Sealer sealer =
        new Sealer(
            new Lease(jdbc, properties.lease()),
            jdbc,
            objects,
            new Checkpoints(jdbc),
            key,
            properties);
    sealer.look(new SealState());
    sealer.stop();
  }

  private Sealing() {}
}
