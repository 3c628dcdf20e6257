package za.lexohub.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares each event's leaf hash, computed anew, with the one its line claims and, where there are
 * tiles, with the sealed one. Holds the hashes of one tile's events at a time.
 */
final class LeafCheck {

  private record Leaf(byte[] computed, byte[] claimed) {

    boolean consistent() {
      return Arrays.equals(computed, claimed);
    }
  }

  private static final String ALTERED = "@: payload or field altered (leaf hash differs)";

  private final TileTree tiles;
  private final Findings findings;
  private final Map<Long, Leaf> pending = new TreeMap<>();
  private long tile;

  /** {@code tiles} is null where there are none. */
  LeafCheck(TileTree tiles, Findings findings) {
    this.tiles = tiles;
    this.findings = findings;
  }

  void check(long position, byte[] computed, byte[] claimed) throws IOException {
    Leaf leaf = new Leaf(computed, claimed);
    long index = position - 1;
    if (tiles == null || index >= tiles.size()) {
      if (!leaf.consistent()) {
        findings.at(position, ALTERED);
      }
      return;
    }
    if (index / Tiles.WIDTH != tile) {
      finish();
      tile = index / Tiles.WIDTH;
    }
    Leaf other = pending.putIfAbsent(index, leaf);
    if (other != null && !Arrays.equals(other.computed, computed)) {
      findings.at(position, "@ is there twice with different content");
    }
  }

  void finish() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    Map<Long, byte[]> leaves = new HashMap<>();
    pending.forEach((index, leaf) -> leaves.put(index, leaf.computed));
    byte[][] sealed = tiles.proved(0, tile, leaves);
    byte[][] stored = sealed == null ? tiles.stored(0, tile) : null;
    for (Map.Entry<Long, Leaf> event : pending.entrySet()) {
      int at = (int) (event.getKey() % Tiles.WIDTH);
      long position = event.getKey() + 1;
      Leaf leaf = event.getValue();
      if (sealed != null) {
        tell(position, leaf, Arrays.equals(leaf.computed, sealed[at]));
      } else if (!leaf.consistent()) {
        findings.at(position, ALTERED);
      } else if (stored != null && !Arrays.equals(leaf.computed, stored[at])) {
        findings.at(position, "@: event and hash tile disagree (one of them was altered)");
      }
    }
    pending.clear();
  }

  private void tell(long position, Leaf leaf, boolean sealed) {
    if (!sealed && leaf.consistent()) {
      findings.at(
          position, "@: payload or field altered, leaf hash forged (the sealed leaf is another)");
    } else if (!sealed) {
      findings.at(position, ALTERED);
    } else if (!leaf.consistent()) {
      findings.at(position, "@: leafHash of the line altered (the event itself is the sealed one)");
    }
  }
}
