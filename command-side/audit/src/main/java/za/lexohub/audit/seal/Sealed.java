package za.lexohub.audit.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Frontier;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.TileId;

/**
 * Finds out where sealing stands: in the database, in the store, and whether the log still is what
 * both have signed.
 */
final class Sealed {

  private static final Logger log = LoggerFactory.getLogger(Sealed.class);

  private final Leaves leaves;
  private final AuditObjects objects;
  private final Checkpoints checkpoints;
  private final LogKeys keys;

  Sealed(Leaves leaves, AuditObjects objects, Checkpoints checkpoints, LogKeys keys) {
    this.leaves = leaves;
    this.objects = objects;
    this.checkpoints = checkpoints;
    this.keys = keys;
  }

  /**
   * What is signed in the store and not known to the database: left by a node that died between the
   * two, or taken from the database since.
   *
   * @throws Altered when the log is shorter than one of them, or one is not ours
   */
  List<Checkpoint> beyond(long size, long head) {
    List<Checkpoint> found = new ArrayList<>();
    for (String name : objects.keysAfter(AuditObjects.CHECKPOINTS, AuditObjects.checkpoint(size))) {
      found.add(left(name));
    }
    newest().filter(newest -> newest.size() > size).ifPresent(found::add);
    for (Checkpoint checkpoint : found) {
      if (checkpoint.size() > head) {
        throw new Altered(
            "log ends at %d, checkpoint covers %d: %d events missing"
                .formatted(head, checkpoint.size(), checkpoint.size() - head));
      }
    }
    return found.stream()
        .sorted((one, other) -> Long.compare(one.size(), other.size()))
        .distinct()
        .toList();
  }

  /** Not known to the database, so nobody counts on its signature yet. */
  private Checkpoint left(String name) {
    AuditObjects.Stored stored = stored(name);
    String note = text(stored);
    return keys.hasEverSigned(note) ? Checkpoint.parse(note) : signed(name, stored);
  }

  private Optional<Checkpoint> newest() {
    return objects.get(AuditObjects.NEWEST).map(stored -> signed(AuditObjects.NEWEST, stored));
  }

  /**
   * One that this node was about to write. A holder that slept through a take-over and a change of
   * keys may have signed it with the old key: its tree counts, its signature does not.
   *
   * @param note written in its place if its signature is no longer good
   */
  Checkpoint inPlaceOf(String name, String note) {
    AuditObjects.Stored stored = stored(name);
    String there = text(stored);
    if (keys.hasSigned(there) || !keys.hasEverSigned(there)) {
      return signed(name, stored);
    }
    Checkpoint checkpoint = Checkpoint.parse(there);
    if (checkpoint.root().equals(Checkpoint.parse(note).root())) {
      log.warn("{} in the store was signed with a key that is retired; written again", name);
      objects.put(name, note.getBytes(StandardCharsets.UTF_8));
    }
    return checkpoint;
  }

  private AuditObjects.Stored stored(String name) {
    return objects
        .get(name)
        // Two writers at once; who comes second may look before the first is done.
        .orElseThrow(() -> new AuditObjects.Away(name + " cannot be read yet"));
  }

  Checkpoint signed(String name, AuditObjects.Stored stored) {
    String note = text(stored);
    if (!keys.hasSigned(note)) {
      throw new Altered(
          name
              + " in the store: checkpoint signed by "
              + (keys.hasEverSigned(note)
                  ? "a key of this log, but not in its time"
                  : "an unknown key"));
    }
    return Checkpoint.parse(note);
  }

  private static String text(AuditObjects.Stored stored) {
    return new String(stored.content(), StandardCharsets.UTF_8);
  }

  /**
   * The tree under the newest checkpoint of the database.
   *
   * @throws Altered when the log or the store has another one
   */
  Frontier frontier(long head) {
    Optional<Checkpoints.Row> newest = checkpoints.newest();
    if (newest.isEmpty()) {
      return new Frontier();
    }
    long size = newest.get().size();
    if (size > head) {
      throw new Altered(
          "log ends at %d, checkpoint covers %d: %d events missing"
              .formatted(head, size, size - head));
    }
    requireSameOutside(newest.get());
    return fromTiles(size, newest.get().root()).orElseGet(() -> fromLog(size, newest.get().root()));
  }

  /** What the database says was signed must be what was signed. */
  private void requireSameOutside(Checkpoints.Row row) {
    String name = AuditObjects.checkpoint(row.size());
    Optional<AuditObjects.Stored> outside = objects.get(name);
    if (outside.isEmpty()) {
      log.warn("{} is gone from the store; written again", name);
      objects.putOnce(name, row.note().getBytes(StandardCharsets.UTF_8));
    } else if (!signed(name, outside.get()).root().equals(row.root())) {
      throw new Altered(noPrefix(row.size()));
    }
  }

  private Optional<Frontier> fromTiles(long size, Hash root) {
    Function<TileId, byte[]> tiles =
        id -> objects.get(id.path()).map(AuditObjects.Stored::content).orElse(new byte[0]);
    try {
      Frontier frontier = Frontier.of(size, tiles);
      if (frontier.root().equals(root)) {
        return Optional.of(frontier);
      }
    } catch (IllegalArgumentException missing) {
      log.warn("The store lacks tiles of the tree of {}: {}", size, missing.getMessage());
    }
    return Optional.empty();
  }

  /**
   * Reads the whole log; writes all tiles anew.
   *
   * @throws Altered when it no longer has this root
   */
  Frontier fromLog(long size, Hash root) {
    log.warn("The tiles of the tree of {} are made anew from the log", size);
    Frontier frontier = new Frontier();
    leaves.each(0, size, frontier::append);
    if (!frontier.root().equals(root)) {
      throw new Altered(noPrefix(size));
    }
    frontier.takeTiles().forEach((id, tile) -> objects.put(id.path(), tile));
    return frontier;
  }

  static String noPrefix(long size) {
    return "checkpoint of size "
        + size
        + " is no prefix of this log: history rewritten at or before "
        + size;
  }
}
