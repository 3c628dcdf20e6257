package za.lexohub.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;

/**
 * Packs: one ZIP with a history and everything that proves it, to be verified without a network.
 */
public interface AuditPacks {

  /**
   * The pack of one aggregate, or of the tenant when none is named; to be closed by the caller.
   * Empty when there are no events. Waits for the sealer to come as far as the log is now.
   *
   * @throws LogProofs.NotYetSealed when it did not in time; that passes
   * @throws Busy when as many packs of this node are made or open as may be
   */
  Optional<Pack> pack(TenantId tenant, @Nullable String aggregateId);

  /** A finished ZIP on disk; gone once it is closed or the process ends, however it does. */
  interface Pack extends AutoCloseable {

    String fileName();

    /** In bytes. */
    long size();

    InputStream open() throws IOException;

    @Override
    void close();
  }

  /** Others are being packed. */
  final class Busy extends RuntimeException {
    public Busy() {
      super("as many packs as this node makes at a time are being made");
    }
  }
}
