package za.lexohub.audit.seal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Frontier;

/**
 * Seals what is new, as long as this node holds the lease. What it writes, it writes in this order:
 * tiles, the checkpoint under its size, the row in the database, the newest checkpoint; dying
 * between any two of them leaves something that the next holder completes. Not for two threads.
 */
final class Sealer {

  private final Lease lease;
  private final Leaves leaves;
  private final AuditObjects objects;
  private final Checkpoints checkpoints;
  private final LogKey key;
  private final SealProperties properties;
  private final Sealed sealed;

  /** The tree under the newest checkpoint; null until it is known where sealing stands. */
  private @Nullable Frontier frontier;

  private @Nullable Recheck recheck;

  /** The newest note, until it is in the store as such. */
  private @Nullable String unpublished;

  /** Something was found: all of the log is looked at before anything is signed again. */
  private boolean distrust;

  private long pendingSince;
  private boolean pending;

  Sealer(
      Lease lease,
      JdbcClient jdbc,
      AuditObjects objects,
      Checkpoints checkpoints,
      LogKey key,
      SealProperties properties) {
    this.lease = lease;
    this.leaves = new Leaves(jdbc, lease::require);
    this.objects = objects;
    this.checkpoints = checkpoints;
    this.key = key;
    this.properties = properties;
    this.sealed = new Sealed(leaves, objects, checkpoints, key);
  }

  /**
   * Looks whether there is something to seal, and seals it.
   *
   * @throws Altered when the log is not what was sealed
   * @throws AuditObjects.Away when the store does not answer; nothing is lost
   */
  void look(SealState state) {
    long epoch = lease.epoch();
    if (!lease.hold()) {
      frontier = null;
      state.standby();
      return;
    }
    if (lease.epoch() != epoch) {
      frontier = null;
    }
    try {
      work(state);
    } catch (Fenced fenced) {
      lease.lost();
      frontier = null;
      state.standby();
    } catch (Altered altered) {
      frontier = null;
      distrust = true;
      throw altered;
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
      tree = recover();
    }
    publish();
    long head = leaves.head();
    if (head < tree.size()) {
      throw new Altered(
          "log ends at %d, checkpoint covers %d: %d events missing"
              .formatted(head, tree.size(), tree.size() - head));
    }
    while (isDue(head - tree.size())) {
      tree = seal(tree, Math.min(head, tree.size() + properties.most()), Optional.empty());
      publish();
      lease.require();
      head = leaves.head();
    }
    Recheck rest = recheck;
    if (rest != null) {
      rest.step();
      recheck = rest.left() == 0 ? null : rest;
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
  private Frontier recover() {
    pending = false;
    unpublished = null;
    long head = leaves.head();
    Frontier tree = sealed.frontier(head);
    Recheck check = new Recheck(leaves, objects, tree.size());
    long through = distrust ? 0 : Math.max(0, tree.size() - properties.recheck());
    while (check.left() > through) {
      check.step();
    }
    recheck = check.left() == 0 ? null : check;
    for (Checkpoint left : sealed.beyond(tree.size(), head)) {
      tree = seal(tree, left.size(), Optional.of(left));
    }
    distrust = false;
    frontier = tree;
    unpublished = checkpoints.newest().map(Checkpoints.Row::note).orElse(null);
    return tree;
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
    String note = key.checkpoint(size, next.root());
    String name = AuditObjects.checkpoint(size);
    if (!objects.putOnce(name, note.getBytes(StandardCharsets.UTF_8))
        && !sealed.read(name).root().equals(next.root())) {
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
  }
}
