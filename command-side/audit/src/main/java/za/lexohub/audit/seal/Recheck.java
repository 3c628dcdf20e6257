package za.lexohub.audit.seal;

import java.util.concurrent.atomic.AtomicLong;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.tlog.Frontier;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.TileId;
import za.lexohub.audit.tlog.TiledNodes;

/**
 * Compares sealed rows with the tree that lies in the store, from the newest to the oldest, a piece
 * at a time. What is compared are nodes over 256 leaves; only where one differs are its leaves
 * looked at.
 */
final class Recheck {

  private static final int LEVEL = 8;

  /** 5,120 rows, some tens of milliseconds. */
  private static final int TILES = 20;

  private final Leaves leaves;
  private final TiledNodes tree;

  /** Positions up to here are not compared yet. */
  private long left;

  /**
   * @param size of a tree whose tiles are in the store
   */
  Recheck(Leaves leaves, AuditObjects objects, long size) {
    this.leaves = leaves;
    this.left = size;
    this.tree =
        new TiledNodes(
            size,
            id ->
                objects
                    .get(id.path())
                    .map(AuditObjects.Stored::content)
                    .orElseThrow(() -> new Altered("the store has lost " + id.path())));
  }

  /** Positions that are left. */
  long left() {
    return left;
  }

  /**
   * Compares the next piece.
   *
   * @throws Altered with the position of the first row in it that differs
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
    }
    left -= tiles * TileId.FULL;
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
}
