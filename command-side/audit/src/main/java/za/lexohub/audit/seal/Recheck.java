package za.lexohub.audit.seal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.tlog.Frontier;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.TileId;
import za.lexohub.audit.tlog.TiledNodes;

/**
 * Compares sealed rows with the tree that lies in the store, from the newest to the oldest, a piece
 * at a time. What is compared are nodes over 256 leaves; only where one differs are its leaves
 * looked at. A thorough one looks at the tiles of the leaves as well, an object for each 256 rows.
 */
final class Recheck {

  private static final int LEVEL = 8;

  /** 5,120 rows, some tens of milliseconds. */
  private static final int TILES = 20;

  private final Leaves leaves;
  private final AuditObjects objects;
  private final boolean thorough;
  private final TiledNodes tree;

  /** Positions up to here are not compared yet. */
  private long left;

  /**
   * @param size of a tree whose tiles are in the store
   * @param thorough whether the tiles of the leaves are looked at, too
   */
  Recheck(Leaves leaves, AuditObjects objects, long size, boolean thorough) {
    this.leaves = leaves;
    this.objects = objects;
    this.thorough = thorough;
    this.left = size;
    this.tree = new TiledNodes(size, this::tile);
  }

  private byte[] tile(TileId id) {
    byte[] tile =
        objects
            .get(id.path())
            .map(AuditObjects.Stored::content)
            .orElseThrow(() -> new Lost("the store has lost " + id.path()));
    if (tile.length != id.bytes()) {
      throw new Altered(
          "%s in the store has %d bytes: the tree over position %d is not what was sealed"
              .formatted(id.path(), tile.length, first(id) + 1));
    }
    return tile;
  }

  private static long first(TileId id) {
    return id.index() << (LEVEL * (id.level() + 1));
  }

  /** Positions that are left. */
  long left() {
    return left;
  }

  /**
   * Compares the next piece.
   *
   * @throws Altered with the position of the first row in it that differs
   * @throws Lost when the store does not have what to compare with
   */
  void step() {
    if (left == 0) {
      return;
    }
    if (left % TileId.FULL != 0) {
      long first = left - left % TileId.FULL;
      compareLeaves(first, left);
      left = first;
      return;
    }
    long tiles = Math.min(TILES, left / TileId.FULL);
    for (long tile = left / TileId.FULL - tiles; tile < left / TileId.FULL; tile++) {
      long first = tile * TileId.FULL;
      Frontier over = new Frontier();
      leaves.each(first, first + TileId.FULL, over::append);
      if (!over.root().equals(tree.node(LEVEL, tile))) {
        compareLeaves(first, first + TileId.FULL);
        throw new Altered("the store's tiles do not fit together at " + first);
      }
      if (thorough) {
        compareTile(new TileId(0, tile, TileId.FULL), over);
      }
    }
    left -= tiles * TileId.FULL;
  }

  /** Nothing of the tree needs it as long as all is well, but the proofs do. */
  private void compareTile(TileId id, Frontier over) {
    if (!Arrays.equals(tile(id), over.takeTiles().get(new TileId(0, 0, TileId.FULL)))) {
      throw new Altered(id.path() + " in the store is not what was sealed");
    }
  }

  private void compareLeaves(long after, long through) {
    AtomicLong index = new AtomicLong(after);
    leaves.each(
        after,
        through,
        (Hash leaf) -> {
          long at = index.getAndIncrement();
          if (!leaf.equals(tree.node(0, at))) {
            throw new Altered(
                "position "
                    + (at + 1)
                    + ": payload or field altered since it was sealed (leaf hash differs)");
          }
        });
  }

  /** A tile is gone; the log can make it anew. */
  static final class Lost extends RuntimeException {
    Lost(String what) {
      super(what);
    }
  }
}
