package za.lexohub.audit.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.tlog.Nodes;
import za.lexohub.audit.tlog.TileId;
import za.lexohub.audit.tlog.TiledNodes;

/** The tiles in the store; full ones never change and are remembered. */
final class Tiles {

  /** 8 KB each: 16 MB for half a million events. */
  private static final int REMEMBERED = 2000;

  private final AuditObjects objects;
  private final Cache<TileId, byte[]> full = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Tiles(AuditObjects objects) {
    this.objects = objects;
  }

  /** The nodes of the tree of a checkpoint. */
  Nodes nodes(long size) {
    return new TiledNodes(size, this::content);
  }

  /**
   * The content of a tile of a smaller tree, out of the tiles of the tree of {@code sealed}.
   *
   * @param wider the same tile in the tree of {@code sealed}
   */
  byte[] cut(TileId tile, TileId wider) {
    return Arrays.copyOf(content(wider), tile.bytes());
  }

  private byte[] content(TileId id) {
    byte[] known = full.getIfPresent(id);
    if (known != null) {
      return known;
    }
    // The sealer brings back what is lost; until then there is no answer.
    byte[] content =
        objects
            .get(id.path())
            .map(AuditObjects.Stored::content)
            .orElseThrow(() -> new AuditObjects.Away("the store has lost " + id.path()));
    if (content.length != id.bytes()) {
      throw new AuditObjects.Away(id.path() + " has " + content.length + " bytes");
    }
    if (id.isFull()) {
      full.put(id, content);
    }
    return content;
  }
}
