package za.lexohub.audit.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names a tile: up to 256 hashes side by side, of the level {@code 8 * level} of the tree (C2SP
 * tlog-tiles).
 *
 * @param index counts the tiles of a level from the left, from 0
 * @param width how many hashes it holds: 256, or fewer at the right edge
 */
public record TileId(int level, long index, int width) implements Comparable<TileId> {

  public static final int FULL = 256;
  static final int HEIGHT = 8;
  private static final int GROUP = 1000;

  public TileId {
    if (level < 0 || level >= HEIGHT || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile " + level + "/" + index + ".p/" + width);
    }
  }

  /** {@code tile/0/x001/x234/067}, or {@code tile/1/000.p/17}. */
  public String path() {
    StringBuilder path = new StringBuilder();
    long rest = index;
    path.append(String.format(Locale.ROOT, "%03d", rest % GROUP));
    for (rest /= GROUP; rest > 0; rest /= GROUP) {
      path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
    }
    path.insert(0, "tile/" + level + "/");
    return isFull() ? path.toString() : path.append(".p/").append(width).toString();
  }

  public boolean isFull() {
    return width == FULL;
  }

  public int bytes() {
    return width * Hash.BYTES;
  }

  /**
   * The tile in a tree of that size.
   *
   * @throws IllegalArgumentException when the tree has not come so far
   */
  public static TileId in(long size, int level, long index) {
    long hashes = (size >> (HEIGHT * level)) - index * FULL;
    return new TileId(level, index, (int) Math.min(FULL, hashes));
  }

  /** The tiles at the right edge of a tree of that size that are not full, lowest first. */
  public static List<TileId> edge(long size) {
    List<TileId> edge = new ArrayList<>();
    for (int level = 0; size >> (HEIGHT * level) > 0; level++) {
      long hashes = size >> (HEIGHT * level);
      if (hashes % FULL > 0) {
        edge.add(new TileId(level, hashes / FULL, (int) (hashes % FULL)));
      }
    }
    return edge;
  }

  /** What proves these leaves in a tree of that size: their tiles, those above, and the edge. */
  public static SortedSet<TileId> proving(long size, Iterable<Long> leaves) {
    SortedSet<TileId> tiles = new TreeSet<>(edge(size));
    for (long leaf : leaves) {
      if (leaf < 0 || leaf >= size) {
        throw new IllegalArgumentException("a tree of " + size + " has no leaf " + leaf);
      }
      for (int level = 0; size >> (HEIGHT * level) > 0; level++) {
        long index = leaf >> (HEIGHT * (level + 1));
        if ((size >> (HEIGHT * level)) > index * FULL) {
          tiles.add(in(size, level, index));
        }
      }
    }
    return tiles;
  }

  @Override
  public int compareTo(TileId other) {
    if (level != other.level) {
      return Integer.compare(level, other.level);
    }
    return index == other.index
        ? Integer.compare(width, other.width)
        : Long.compare(index, other.index);
  }
}
