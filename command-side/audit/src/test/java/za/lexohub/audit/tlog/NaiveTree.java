package za.lexohub.audit.tlog;

import java.security.MessageDigest;
import java.util.List;

/** The tree and its proofs as the RFCs write them down, without any thought of speed. */
public final class NaiveTree {

  /** RFC 6962 section 2.1: MTH. */
  public static byte[] root(List<Hash> leaves) {
    int n = leaves.size();
    if (n == 0) {
      return Hash.sha256().digest();
    }
    if (n == 1) {
      return leaves.getFirst().bytes();
    }
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
  }

  /** RFC 9162 section 2.1.3.2: the root that a leaf and its path lead to, or none. */
  public static byte[] rootOfInclusion(long index, long size, Hash leaf, List<Hash> path) {
    long fn = index;
    long sn = size - 1;
    byte[] r = leaf.bytes();
    for (Hash p : path) {
      if (sn == 0) {
        return new byte[0];
      }
      if (fn % 2 == 1 || fn == sn) {
        r = node(p.bytes(), r);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = node(r, p.bytes());
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 ? r : new byte[0];
  }

  /** RFC 9162 section 2.1.4.2. */
  public static boolean isConsistent(
      long first, long second, byte[] firstRoot, byte[] secondRoot, List<Hash> proof) {
    if (first == second) {
      return proof.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
    }
    if (proof.isEmpty()) {
      return false;
    }
    var path = new java.util.ArrayList<>(proof.stream().map(Hash::bytes).toList());
    if (Long.bitCount(first) == 1) {
      path.addFirst(firstRoot);
    }
    long fn = first - 1;
    long sn = second - 1;
    while (fn % 2 == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = path.getFirst();
    byte[] sr = path.getFirst();
    for (byte[] c : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if (fn % 2 == 1 || fn == sn) {
        fr = node(c, fr);
        sr = node(c, sr);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(fr, firstRoot) && MessageDigest.isEqual(sr, secondRoot);
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = Hash.sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  private NaiveTree() {}
}
