package za.lexohub.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A log's tree as its tiles tell it, trusted from a signed root downwards: the tiles of the right
 * edge must hash to the root, and each full tile to its hash in the tile above. A tile that does
 * not is named; where what lies below it (the tiles under it, or the events) fits the tree, the
 * altered hash itself is named and read past.
 */
final class TileTree {

  private final Tiles tiles;
  private final Checkpoint checkpoint;
  private final Findings findings;
  private final byte[][][] edges = new byte[8][][];
  private final Tiles.Place[] cachedPlaces = new Tiles.Place[8];
  private final byte[][][] cached = new byte[8][][];
  private final Set<String> told = new HashSet<>();
  private boolean rooted;

  TileTree(Tiles tiles, Checkpoint checkpoint, Findings findings) {
    this.tiles = tiles;
    this.checkpoint = checkpoint;
    this.findings = findings;
  }

  long size() {
    return checkpoint.size();
  }

  /** The index of the first leaf that a partial tile holds. */
  static long edgeOf(long size) {
    return size / Tiles.WIDTH * Tiles.WIDTH;
  }

  /** Reads the right edge. Whether it hashes to the root as it is. */
  boolean root() throws IOException {
    readEdges();
    rooted = fits(edges);
    return rooted;
  }

  /**
   * Reads the right edge again with what lies below it at hand: {@code leaves} holds leaf hashes of
   * events behind {@link #edgeOf}, by index.
   */
  void rootWith(Map<Long, byte[]> leaves) throws IOException {
    byte[][][] below = new byte[8][][];
    int changed = 0;
    for (int level = 0; level < 8; level++) {
      if (edges[level] == null) {
        if (width(level) > 0) {
          return;
        }
        continue;
      }
      below[level] = replaced(new Tiles.Place(level, number(level), width(level)), leaves);
      if (!Arrays.deepEquals(below[level], edges[level])) {
        changed |= 1 << level;
      }
    }
    for (int mask = changed; mask > 0; mask = mask - 1 & changed) {
      byte[][][] tried = edges.clone();
      for (int level = 0; level < 8; level++) {
        if ((mask >> level & 1) == 1) {
          tried[level] = below[level];
        }
      }
      if (fits(tried)) {
        for (int level = 0; level < 8; level++) {
          if ((mask >> level & 1) == 1) {
            tellDifferences(
                new Tiles.Place(level, number(level), width(level)), edges[level], below[level]);
            edges[level] = below[level];
          }
        }
        rooted = true;
        return;
      }
    }
    StringBuilder names = new StringBuilder();
    for (int level = 0; level < 8; level++) {
      if (edges[level] != null) {
        names.append(names.isEmpty() ? "" : ", ");
        names.append(new Tiles.Place(level, number(level), width(level)).path());
      }
    }
    findings.add(
        "the tiles do not hash to the checkpoint of size "
            + size()
            + ": one of these was altered or is of another log: "
            + names);
  }

  boolean rooted() {
    return rooted;
  }

  /**
   * The hashes of a tile that the root proves, or null when it is missing or altered; the finding
   * is then told once. {@code leaves}: see {@link #rootWith}.
   */
  byte[][] proved(int level, long number, Map<Long, byte[]> leaves) throws IOException {
    if (!rooted) {
      return null;
    }
    long there = size() >> 8 * level;
    if ((number + 1) * Tiles.WIDTH > there) {
      return number == number(level) ? edges[level] : null;
    }
    Tiles.Place place = new Tiles.Place(level, number, Tiles.WIDTH);
    if (place.equals(cachedPlaces[level])) {
      return cached[level];
    }
    byte[][] above = proved(level + 1, number / Tiles.WIDTH, Map.of());
    if (above == null) {
      return null;
    }
    byte[][] hashes = checked(place, above[(int) (number % Tiles.WIDTH)], leaves);
    cachedPlaces[level] = place;
    cached[level] = hashes;
    return hashes;
  }

  /** The root of the tree at an earlier size, or null when tiles for it are not at hand. */
  byte[] rootAt(long earlier) throws IOException {
    byte[] root = null;
    for (int level = 0; earlier >> 8 * level > 0; level++) {
      long entries = earlier >> 8 * level;
      int width = (int) (entries % Tiles.WIDTH);
      if (width > 0) {
        long number = entries / Tiles.WIDTH;
        if (!present(level, number)) {
          return null;
        }
        byte[][] hashes = proved(level, number, Map.of());
        if (hashes == null) {
          return null;
        }
        root = folded(Arrays.copyOf(hashes, width), root);
      }
    }
    return root == null ? MerkleTree.emptyRoot() : root;
  }

  /** The hashes of a tile as they stand in its file, or null; proves nothing. */
  byte[][] stored(int level, long number) throws IOException {
    long entries = size() >> 8 * level;
    int width = (int) Math.min(Tiles.WIDTH, entries - number * Tiles.WIDTH);
    return width < 1 ? null : read(new Tiles.Place(level, number, width), false);
  }

  private byte[][] checked(Tiles.Place place, byte[] expected, Map<Long, byte[]> leaves)
      throws IOException {
    byte[][] hashes = read(place, true);
    if (hashes == null) {
      return null;
    }
    if (Arrays.equals(MerkleTree.perfect(hashes, 0, Tiles.WIDTH), expected)) {
      return hashes;
    }
    byte[][] below = replaced(place, leaves);
    if (Arrays.equals(MerkleTree.perfect(below, 0, Tiles.WIDTH), expected)) {
      tellDifferences(place, hashes, below);
      return below;
    }
    tell(place.path() + " altered (it does not hash to what the tiles above it say)");
    return null;
  }

  /** The tile with the hashes that what lies below it gives instead. */
  private byte[][] replaced(Tiles.Place place, Map<Long, byte[]> leaves) throws IOException {
    byte[][] hashes = place.width() == Tiles.WIDTH ? read(place, false) : edges[place.level()];
    hashes = hashes.clone();
    for (int i = 0; i < hashes.length; i++) {
      long index = place.number() * Tiles.WIDTH + i;
      if (place.level() == 0) {
        hashes[i] = leaves.getOrDefault(index, hashes[i]);
      } else {
        byte[][] child = read(new Tiles.Place(place.level() - 1, index, Tiles.WIDTH), false);
        hashes[i] = child == null ? hashes[i] : MerkleTree.perfect(child, 0, Tiles.WIDTH);
      }
    }
    return hashes;
  }

  private void tellDifferences(Tiles.Place place, byte[][] altered, byte[][] right) {
    for (int i = 0; i < altered.length; i++) {
      if (!Arrays.equals(altered[i], right[i])) {
        long index = place.number() * Tiles.WIDTH + i;
        if (place.level() == 0) {
          findings.at(index + 1, place.path() + " altered: its hash of @ is not the sealed one");
        } else {
          tell(
              place.path()
                  + " altered: its hash of "
                  + new Tiles.Place(place.level() - 1, index, Tiles.WIDTH).path()
                  + " is not the sealed one");
        }
      }
    }
  }

  private void readEdges() throws IOException {
    for (int level = 0; level < 8; level++) {
      if (width(level) > 0) {
        edges[level] = read(new Tiles.Place(level, number(level), width(level)), true);
      }
    }
  }

  private boolean fits(byte[][][] candidates) {
    byte[] root = null;
    for (int level = 0; level < 8; level++) {
      if (width(level) > 0) {
        if (candidates[level] == null) {
          return false;
        }
        root = folded(candidates[level], root);
      }
    }
    return Arrays.equals(root == null ? MerkleTree.emptyRoot() : root, checkpoint.root());
  }

  /** Hashes the entries of a right edge together, smallest subtree first. */
  private static byte[] folded(byte[][] hashes, byte[] right) {
    byte[] root = right;
    for (int bit = 0; hashes.length >> bit > 0; bit++) {
      if ((hashes.length >> bit & 1) == 1) {
        byte[] subtree = MerkleTree.perfect(hashes, hashes.length >> bit + 1 << bit + 1, 1 << bit);
        root = root == null ? subtree : MerkleTree.node(subtree, root);
      }
    }
    return root;
  }

  private boolean present(int level, long number) throws IOException {
    return stored(level, number) != null;
  }

  /**
   * Reads a tile, or a wider one in its place: a log may drop partial tiles that have filled up.
   */
  private byte[][] read(Tiles.Place place, boolean telling) throws IOException {
    for (int width = place.width(); width <= Tiles.WIDTH; width++) {
      Tiles.Place wider = new Tiles.Place(place.level(), place.number(), width);
      Optional<byte[]> bytes = tiles.read(wider.path());
      if (bytes.isPresent()) {
        if (bytes.get().length != width * 32) {
          if (telling) {
            tell(wider.path() + " altered: it does not hold " + width + " hashes of 32 bytes");
          }
          return null;
        }
        byte[][] hashes = new byte[place.width()][];
        for (int i = 0; i < hashes.length; i++) {
          hashes[i] = Arrays.copyOfRange(bytes.get(), 32 * i, 32 * i + 32);
        }
        return hashes;
      }
    }
    if (telling) {
      tell(place.path() + " missing");
    }
    return null;
  }

  private void tell(String finding) {
    if (told.add(finding)) {
      findings.add(finding);
    }
  }

  private int width(int level) {
    return level > 7 ? 0 : (int) (size() >> 8 * level) & 255;
  }

  private long number(int level) {
    return size() >> 8 * level >> 8;
  }
}
