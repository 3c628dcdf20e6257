package za.lexohub.audit.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Frontier;

/**
 * Seals what is new, as long as this node holds the lease. What it writes, it writes in this order:
 * tiles, the checkpoint under its size, the row in the database, the newest checkpoint; dying
 * between any two of them leaves something that the next holder completes. Not for two threads.
 */
final class Sealer {

  private static final Logger log = LoggerFactory.getLogger(Sealer.class);

  private final Lease lease;
  private final Leaves leaves;
  private final AuditObjects objects;
  private final Checkpoints checkpoints;
  private final LogKeys keys;
  private final Handover handover;
  private final SealProperties properties;
  private final Sealed sealed;

  /** The tree under the newest checkpoint; null until it is known where sealing stands. */
  private @Nullable Frontier frontier;

  private @Nullable Recheck recheck;

  /** The newest note, until it is in the store as such. */
  private @Nullable String unpublished;

  /**
   * What was found, here or by another node: all of the log is looked at before anything is signed
   * again.
   */
  private @Nullable String distrust;

  /**
   * Whether {@link #distrust} was found here, and when: looking at it all again is not for ever.
   */
  private boolean foundHere;

  private long foundAt;

  /** A finding that the other nodes have not been told. */
  private @Nullable String untold;

  /** Told that this node lives, also in the midst of a long check. */
  private @Nullable SealState watcher;

  private long pendingSince;
  private boolean pending;

  Sealer(
      Lease lease,
      JdbcClient jdbc,
      AuditObjects objects,
      Checkpoints checkpoints,
      LogKeys keys,
      SealProperties properties) {
    this.lease = lease;
    this.leaves = new Leaves(jdbc, this::pulse);
    this.objects = objects;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.properties = properties;
    this.sealed = new Sealed(leaves, objects, checkpoints, keys);
    this.handover = new Handover(lease, jdbc, objects, keys);
  }

  /**
   * Looks whether there is something to seal, and seals it.
   *
   * @throws Altered when the log is not what was sealed
   * @throws AuditObjects.Away when the store or who signs does not answer; nothing is lost
   */
  void look(SealState state) {
    watcher = state;
    tell();
    long epoch = lease.epoch();
    if (!lease.hold()) {
      aside(state);
      return;
    }
    if (lease.epoch() != epoch) {
      frontier = null;
      foundHere = false;
    }
    String known = distrust;
    if (known != null && foundHere && !isOver(properties.alarmRetry())) {
      state.alarm(known);
      return;
    }
    try {
      work(state);
    } catch (Fenced fenced) {
      lease.lost();
      aside(state);
    } catch (Altered altered) {
      frontier = null;
      alarm(altered);
      throw altered;
    } catch (LogKeys.NotHeld cannotSign) {
      // Another node may.
      stop();
      throw new AuditObjects.Away(String.valueOf(cannotSign.getMessage()), cannotSign);
    } catch (RuntimeException | Error e) {
      // What was written before it came may be there or not.
      frontier = null;
      throw e;
    }
  }

  /** Another node seals, or would if it could. */
  private void aside(SealState state) {
    frontier = null;
    foundHere = false;
    distrust = lease.alarm().orElse(null);
    String known = distrust;
    if (known == null) {
      state.standby();
    } else {
      state.alarm(known);
    }
  }

  private void alarm(Altered altered) {
    distrust = altered.finding();
    foundHere = true;
    foundAt = System.nanoTime();
    untold = altered.finding();
    tell();
  }

  /** Until the others know, this node does nothing but ring. */
  private void tell() {
    String finding = untold;
    if (finding == null) {
      return;
    }
    try {
      lease.raise(finding);
      untold = null;
    } catch (DataAccessException e) {
      Altered still = new Altered(finding);
      still.addSuppressed(e);
      throw still;
    }
  }

  private boolean isOver(Duration rest) {
    return System.nanoTime() - foundAt >= rest.toNanos();
  }

  private void pulse() {
    lease.require();
    SealState seen = watcher;
    if (seen != null) {
      seen.looked();
    }
  }

  /** Lets another node take over at once. */
  void stop() {
    frontier = null;
    lease.release();
  }

  private void work(SealState state) {
    Frontier tree = frontier;
    if (tree == null) {
      tree = recover(state);
    }
    publish();
    long head = leaves.head();
    if (head < tree.size()) {
      throw new Altered(
          "log ends at %d, checkpoint covers %d: %d events missing"
              .formatted(head, tree.size(), tree.size() - head));
    }
    // What comes meanwhile waits for the next look: a busy log must not keep this one for ever.
    while (isDue(head - tree.size())) {
      tree = seal(tree, Math.min(head, tree.size() + properties.most()), Optional.empty());
      publish();
      lease.require();
    }
    handover.step(tree.size());
    Recheck rest = recheck;
    if (rest != null) {
      try {
        rest.step();
        recheck = rest.left() == 0 ? null : rest;
      } catch (Recheck.Lost lost) {
        recheck = remade(tree, lost);
      }
    }
    state.sealing(tree.size(), head);
  }

  private boolean isDue(long fresh) {
    if (fresh <= 0) {
      pending = false;
      return false;
    }
    long now = System.nanoTime();
    if (!pending) {
      pending = true;
      pendingSince = now;
    }
    boolean due =
        fresh >= properties.events() || now - pendingSince >= properties.every().toNanos();
    pending = !due;
    return due;
  }

  /** Finds out where the holder before has stopped, and completes what it left. */
  private Frontier recover(SealState state) {
    if (distrust == null) {
      distrust = lease.alarm().orElse(null);
    }
    String known = distrust;
    if (known != null) {
      state.alarm(known);
    }
    pending = false;
    unpublished = null;
    handover.recover();
    long head = leaves.head();
    Frontier tree = sealed.frontier(head);
    try {
      compare(tree, known != null);
    } catch (Recheck.Lost lost) {
      remade(tree, lost);
      compare(tree, known != null);
    }
    if (known != null) {
      leaves.each(tree.size(), head, leaf -> {});
    }
    recheck = known != null ? null : new Recheck(leaves, objects, tree.size(), true);
    for (Checkpoint left : sealed.beyond(tree.size(), head)) {
      tree = seal(tree, left.size(), Optional.of(left));
    }
    if (known != null) {
      lease.clear();
      distrust = null;
      foundHere = false;
    }
    frontier = tree;
    unpublished = checkpoints.newest().map(Checkpoints.Row::note).orElse(null);
    return tree;
  }

  private void compare(Frontier tree, boolean all) {
    Recheck check = new Recheck(leaves, objects, tree.size(), all);
    long through = all ? 0 : Math.max(0, tree.size() - properties.recheck());
    while (check.left() > through) {
      check.step();
    }
  }

  /** Makes all tiles anew, if the log still has the root that was signed. */
  private Recheck remade(Frontier tree, Recheck.Lost lost) {
    log.warn("{}; it is made anew", lost.getMessage());
    sealed.fromLog(tree.size(), tree.root());
    return new Recheck(leaves, objects, tree.size(), true);
  }

  /**
   * @param expected what an earlier holder has signed for this size
   */
  private Frontier seal(Frontier tree, long size, Optional<Checkpoint> expected) {
    Frontier next = tree.copy();
    leaves.each(tree.size(), size, next::append);
    if (expected.isPresent() && !expected.get().root().equals(next.root())) {
      throw new Altered(Sealed.noPrefix(size));
    }
    next.takeTiles().forEach((id, tile) -> objects.put(id.path(), tile));
    String note = keys.current().checkpoint(size, next.root());
    String name = AuditObjects.checkpoint(size);
    if (!objects.putOnce(name, note.getBytes(StandardCharsets.UTF_8))
        && !sealed.inPlaceOf(name, note).root().equals(next.root())) {
      throw new Altered(Sealed.noPrefix(size));
    }
    if (!checkpoints.add(lease.holder(), lease.epoch(), tree.size(), size, next.root(), note)) {
      throw new Fenced();
    }
    frontier = next;
    unpublished = note;
    return next;
  }

  /** A holder that was paused here must not put an older one over a newer one. */
  private void publish() {
    String note = unpublished;
    if (note == null) {
      return;
    }
    Optional<AuditObjects.Stored> there = objects.get(AuditObjects.NEWEST);
    boolean newer =
        there
            .map(stored -> sealed.signed(AuditObjects.NEWEST, stored).size())
            .filter(size -> size >= Checkpoint.parse(note).size())
            .isPresent();
    if (!newer
        && !objects.replace(
            AuditObjects.NEWEST,
            there.map(AuditObjects.Stored::version).orElse(null),
            note.getBytes(StandardCharsets.UTF_8))) {
      lease.require();
      return;
    }
    unpublished = null;
    handover.publish();
  }
}
