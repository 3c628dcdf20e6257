package za.lexohub.audit.tlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The nodes of a tree, out of its tiles; each tile is fetched once. Not for two threads. */
public final class TiledNodes implements Nodes {

  private final long size;
  private final Function<TileId, byte[]> fetch;
  private final Map<TileId, byte[]> fetched = new HashMap<>();

  /**
   * @param size of the tree whose tiles there are
   * @param fetch gives the content of a tile of this tree
   */
  public TiledNodes(long size, Function<TileId, byte[]> fetch) {
    this.size = size;
    this.fetch = fetch;
  }

  @Override
  public Hash node(int level, long index) {
    int within = level % TileId.HEIGHT;
    int tileLevel = level / TileId.HEIGHT;
    long first = index << within;
    byte[] tile = tile(TileId.in(size, tileLevel, first / TileId.FULL));
    int from = (int) (first % TileId.FULL);
    return folded(tile, from, from + (1 << within));
  }

  private byte[] tile(TileId id) {
    return fetched.computeIfAbsent(
        id,
        missing -> {
          byte[] tile = fetch.apply(missing);
          if (tile.length != missing.bytes()) {
            throw new IllegalStateException(missing.path() + " has " + tile.length + " bytes");
          }
          return tile;
        });
  }

  /** The node over the hashes from..to, which are a power of two. */
  static Hash folded(byte[] tile, int from, int to) {
    if (to - from == 1) {
      return Hash.of(Arrays.copyOfRange(tile, from * Hash.BYTES, to * Hash.BYTES));
    }
    int middle = (from + to) >>> 1;
    return Hash.node(folded(tile, from, middle), folded(tile, middle, to));
  }
}
