package za.lexohub.audit.seal;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How sealing goes on this node; what is worth knowing is logged when it changes. */
final class SealState {

  /** What the sealer of this node is doing. */
  enum Kind {
    /** Another node seals. */
    STANDBY,
    SEALING,
    /** The database or the store does not answer; sealing goes on when it does. */
    WAITING,
    /** The log is not what was sealed; nothing is signed until it is again. */
    ALARM
  }

  /**
   * @param sealed positions covered by the newest checkpoint, as far as this node knows
   */
  record Seen(Kind kind, String detail, long sealed, long head) {
    long unsealed() {
      return Math.max(0, head - sealed);
    }
  }

  private static final Logger log = LoggerFactory.getLogger(SealState.class);

  private final LongSupplier nanos;
  private volatile Seen seen = new Seen(Kind.STANDBY, "", 0, 0);

  /** In nanoseconds; null before the first look, and for ever where sealing is switched off. */
  private volatile @Nullable Long lookedAt;

  SealState() {
    this(System::nanoTime);
  }

  SealState(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The sealer lives. */
  void looked() {
    lookedAt = nanos.getAsLong();
  }

  /** How long ago the sealer showed that it lives; zero where there is none. */
  Duration silence() {
    Long at = lookedAt;
    return at == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - at);
  }

  Seen seen() {
    return seen;
  }

  void standby() {
    become(Kind.STANDBY, "", seen.sealed, seen.head);
  }

  void sealing(long sealed, long head) {
    become(Kind.SEALING, "", sealed, head);
  }

  void waiting(String why) {
    become(Kind.WAITING, why, seen.sealed, seen.head);
  }

  void alarm(String finding) {
    become(Kind.ALARM, finding, seen.sealed, seen.head);
  }

  private void become(Kind kind, String detail, long sealed, long head) {
    Seen before = seen;
    seen = new Seen(kind, detail, sealed, head);
    if (before.kind == kind && (kind != Kind.ALARM || Objects.equals(before.detail, detail))) {
      return;
    }
    switch (kind) {
      case ALARM ->
          log.error("THE LOG IS NOT WHAT WAS SEALED: {}. Nothing is signed until it is.", detail);
      case WAITING -> log.warn("Sealing waits: {}", detail);
      case SEALING -> log.info("This node seals the log; {} positions are sealed", sealed);
      case STANDBY -> log.info("Another node seals the log");
    }
  }
}
