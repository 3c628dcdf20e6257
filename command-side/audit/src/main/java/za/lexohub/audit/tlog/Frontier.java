package za.lexohub.audit.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A growing tree of which only the right edge is kept: what is not yet a full tile, on every level.
 * It takes leaves and gives the tiles that they make. Not for two threads.
 */
public final class Frontier {

  private final List<byte[]> edge;
  private final SortedMap<TileId, byte[]> full = new TreeMap<>();
  private long size;

  /** Of the tree without leaves. */
  public Frontier() {
    this(0, new ArrayList<>());
  }

  private Frontier(long size, List<byte[]> edge) {
    this.size = size;
    this.edge = edge;
  }

  /**
   * Of a tree whose tiles are at hand.
   *
   * @param fetch gives the content of a tile of the edge
   */
  public static Frontier of(long size, Function<TileId, byte[]> fetch) {
    Frontier frontier = new Frontier(size, new ArrayList<>());
    for (TileId id : TileId.edge(size)) {
      byte[] tile = fetch.apply(id);
      if (tile.length != id.bytes()) {
        throw new IllegalArgumentException(id.path() + " has " + tile.length + " bytes");
      }
      frontier.row(id.level());
      frontier.edge.set(id.level(), tile.clone());
    }
    return frontier;
  }

  public Frontier copy() {
    return new Frontier(size, new ArrayList<>(edge));
  }

  public long size() {
    return size;
  }

  public void append(Hash leaf) {
    put(0, leaf);
    size++;
  }

  private void put(int level, Hash hash) {
    byte[] row = Arrays.copyOf(row(level), row(level).length + Hash.BYTES);
    hash.copyTo(row, row.length - Hash.BYTES);
    if (row.length < TileId.FULL * Hash.BYTES) {
      edge.set(level, row);
      return;
    }
    // Of the tiles to its left, each was 256 hashes of this level.
    long index = size >> (TileId.HEIGHT * (level + 1));
    full.put(new TileId(level, index, TileId.FULL), row);
    edge.set(level, new byte[0]);
    put(level + 1, TiledNodes.folded(row, 0, TileId.FULL));
  }

  private byte[] row(int level) {
    while (edge.size() <= level) {
      edge.add(new byte[0]);
    }
    return edge.get(level);
  }

  public Hash root() {
    return MerkleTree.root(
        size,
        (level, index) -> {
          int within = level % TileId.HEIGHT;
          int from = (int) ((index << within) % TileId.FULL);
          return TiledNodes.folded(edge.get(level / TileId.HEIGHT), from, from + (1 << within));
        });
  }

  /** The tiles that became full since this was asked last, and those of the edge as it is now. */
  public Map<TileId, byte[]> takeTiles() {
    SortedMap<TileId, byte[]> tiles = new TreeMap<>(full);
    full.clear();
    TileId.edge(size).forEach(id -> tiles.put(id, edge.get(id.level())));
    return tiles;
  }
}
