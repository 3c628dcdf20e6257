package za.lexohub.verifier;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, grown leaf by leaf: it holds one hash per level and can say
 * its root at any size it has passed.
 */
final class MerkleTree {

  private final byte[][] subtrees = new byte[64][];
  private long size;

  static byte[] leaf(byte[] record) {
    MessageDigest digest = Bytes.sha256();
    digest.update((byte) 0);
    return digest.digest(record);
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = Bytes.sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  /** The hash over a run of hashes whose number is a power of two. */
  static byte[] perfect(byte[][] hashes, int from, int count) {
    if (count == 1) {
      return hashes[from];
    }
    int half = count / 2;
    return node(perfect(hashes, from, half), perfect(hashes, from + half, half));
  }

  static byte[] emptyRoot() {
    return Bytes.sha256().digest();
  }

  /**
   * Whether the leaf stands at the index of the tree with this root: RFC 9162, section 2.1.3.2,
   * which words the path of RFC 6962 as steps.
   */
  static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = node(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(hash, root);
  }

  void add(byte[] leaf) {
    byte[] hash = leaf;
    int level = 0;
    while ((size >> level & 1) == 1) {
      hash = node(subtrees[level++], hash);
    }
    subtrees[level] = hash;
    size++;
  }

  byte[] root() {
    byte[] hash = null;
    for (int level = 0; size >> level > 0; level++) {
      if ((size >> level & 1) == 1) {
        hash = hash == null ? subtrees[level] : node(subtrees[level], hash);
      }
    }
    return hash == null ? emptyRoot() : hash;
  }

  long size() {
    return size;
  }

  MerkleTree copy() {
    MerkleTree copy = new MerkleTree();
    System.arraycopy(subtrees, 0, copy.subtrees, 0, subtrees.length);
    copy.size = size;
    return copy;
  }
}
