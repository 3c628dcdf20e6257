package za.lexohub.audit.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.audit.AuditPacks;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.LogProofs.NotYetSealed;
import za.lexohub.audit.LogProofs.SignedCheckpoint;
import za.lexohub.audit.log.LogQuery;
import za.lexohub.audit.log.LogReader;
import za.lexohub.messages.TenantId;

/**
 * Makes packs on disk, a few at a time. A pack holds what is sealed, so it waits for the sealer to
 * come as far as the log was when it was asked for.
 */
public final class PackMaker implements AuditPacks {

  private static final Logger log = LoggerFactory.getLogger(PackMaker.class);
  private static final int AT_A_TIME = 2;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final LogReader reader;
  private final LogProofs proofs;
  private final PackContent content;
  private final Clock clock;
  private final Duration patience;

  /** One for each that is made or not closed yet: that long it takes disk. */
  private final Semaphore packs = new Semaphore(AT_A_TIME);

  /**
   * @param patience how long the sealer is waited for
   */
  public PackMaker(
      LogReader reader, LogProofs proofs, PackContent content, Clock clock, Duration patience) {
    this.reader = reader;
    this.proofs = proofs;
    this.content = content;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public Optional<Pack> pack(TenantId tenant, @Nullable String aggregateId) {
    if (!packs.tryAcquire()) {
      throw new Busy();
    }
    boolean handedOver = false;
    try {
      LogQuery all = LogQuery.of(tenant.value(), aggregateId, reader.head());
      if (reader.page(all, 1).rows().isEmpty()) {
        return Optional.empty();
      }
      Pack pack = made(tenant, aggregateId, sealed(all.through()));
      handedOver = true;
      return Optional.of(pack);
    } finally {
      if (!handedOver) {
        packs.release();
      }
    }
  }

  private SignedCheckpoint sealed(long head) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<SignedCheckpoint> newest = proofs.latest();
      if (newest.isPresent() && newest.get().size() >= head) {
        return newest.get();
      }
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        throw new NotYetSealed(head, newest.map(SignedCheckpoint::size).orElse(0L));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN.toMillis()));
    }
  }

  private Pack made(TenantId tenant, @Nullable String aggregateId, SignedCheckpoint checkpoint) {
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    SpoolFile file = null;
    try {
      file = SpoolFile.create();
      try (OutputStream out = new BufferedOutputStream(file.out(), 1 << 16)) {
        content.write(new PackScope(tenant, aggregateId, checkpoint, created), out);
      }
      return new Spooled(file, name(tenant, aggregateId, created), packs::release);
    } catch (IOException e) {
      close(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      close(file);
      throw e;
    }
  }

  private static String name(TenantId tenant, @Nullable String aggregateId, Instant created) {
    String what = aggregateId == null ? tenant.value() : aggregateId;
    return "lexohub-%s-%s.zip"
        .formatted(
            what.replaceAll("[^A-Za-z0-9_.-]", "-"), created.toString().replaceAll("[-:]", ""));
  }

  private static void close(@Nullable SpoolFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      log.warn("The file of a pack could not be closed", e);
    }
  }

  private static final class Spooled implements Pack {
    private final SpoolFile file;
    private final long size;
    private final String fileName;
    private final Runnable closed;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Spooled(SpoolFile file, String fileName, Runnable closed) throws IOException {
      this.file = file;
      this.size = file.size();
      this.fileName = fileName;
      this.closed = closed;
    }

    @Override
    public String fileName() {
      return fileName;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() {
      return file.in();
    }

    @Override
    public void close() {
      if (open.compareAndSet(true, false)) {
        PackMaker.close(file);
        closed.run();
      }
    }
  }
}
