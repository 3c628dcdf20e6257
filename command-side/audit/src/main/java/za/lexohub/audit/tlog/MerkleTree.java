package za.lexohub.audit.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What RFC 6962 section 2.1 defines over a list of leaves: the root, the audit path of a leaf, and
 * the proof that one tree begins with another. Each asks for O(log n) nodes.
 */
public final class MerkleTree {

  /** MTH of the first {@code size} leaves. */
  public static Hash root(long size, Nodes nodes) {
    requireSize(size);
    return size == 0 ? Hash.EMPTY : range(0, size, nodes);
  }

  /**
   * PATH: what leads from this leaf to the root of the first {@code size} leaves, lowest first.
   *
   * @throws IllegalArgumentException unless the tree has this leaf
   */
  public static List<Hash> inclusion(long leaf, long size, Nodes nodes) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("a tree of " + size + " has no leaf " + leaf);
    }
    List<Hash> path = new ArrayList<>();
    path(leaf, 0, size, nodes, path);
    return List.copyOf(path);
  }

  /**
   * PROOF: what shows that the first {@code from} of {@code to} leaves are the tree of size {@code
   * from}; empty when the two are one.
   *
   * @throws IllegalArgumentException unless 1 <= from <= to
   */
  public static List<Hash> consistency(long from, long to, Nodes nodes) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("no proof from " + from + " to " + to);
    }
    List<Hash> proof = new ArrayList<>();
    subproof(from, 0, to, true, nodes, proof);
    return List.copyOf(proof);
  }

  private static void path(long leaf, long start, long end, Nodes nodes, List<Hash> path) {
    if (end - start == 1) {
      return;
    }
    long split = start + split(end - start);
    if (leaf < split) {
      path(leaf, start, split, nodes, path);
      path.add(range(split, end, nodes));
    } else {
      path(leaf, split, end, nodes, path);
      path.add(range(start, split, nodes));
    }
  }

  /**
   * @param known whether {@code from} is the whole older tree, whose root the verifier has
   */
  private static void subproof(
      long from, long start, long end, boolean known, Nodes nodes, List<Hash> proof) {
    if (from == end) {
      if (!known) {
        proof.add(range(start, end, nodes));
      }
      return;
    }
    long split = start + split(end - start);
    if (from <= split) {
      subproof(from, start, split, known, nodes, proof);
      proof.add(range(split, end, nodes));
    } else {
      subproof(from, split, end, false, nodes, proof);
      proof.add(range(start, split, nodes));
    }
  }

  /** The hash over some leaves; {@code start} is a multiple of the largest power of two in it. */
  private static Hash range(long start, long end, Nodes nodes) {
    long length = end - start;
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return nodes.node(level, start >> level);
    }
    long split = start + split(length);
    return Hash.node(range(start, split, nodes), range(split, end, nodes));
  }

  /** The largest power of two below {@code length}. */
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }

  private static void requireSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("no tree has the size " + size);
    }
  }

  private MerkleTree() {}
}
