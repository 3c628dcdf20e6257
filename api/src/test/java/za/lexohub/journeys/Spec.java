package za.lexohub.journeys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** RFC 6962 and C2SP as a stranger reads them: just enough to check what the API hands out. */
final class Spec {

  /** Fails unless the note is signed by that key; gives its lines. */
  static List<String> verified(String note, String verifierKey) throws GeneralSecurityException {
    int end = note.indexOf("\n\n") + 1;
    String[] key = verifierKey.split("\\+", 3);
    byte[] publicKey = base64(key[2]);
    String line = note.substring(end + 1).strip();
    byte[] signed = base64(line.substring(line.lastIndexOf(' ') + 1));
    byte[] named = concat((key[0] + "\n").getBytes(StandardCharsets.UTF_8), publicKey);
    byte[] id = Arrays.copyOf(sha256(named), 4);
    Signature check = Signature.getInstance("Ed25519");
    byte[] bare = Arrays.copyOfRange(publicKey, 1, 33);
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    concat(HexFormat.of().parseHex("302a300506032b6570032100"), bare))));
    check.update(note.substring(0, end).getBytes(StandardCharsets.UTF_8));
    if (!line.startsWith("\u2014 " + key[0] + " ")
        || !Arrays.equals(id, Arrays.copyOf(signed, 4))
        || !check.verify(Arrays.copyOfRange(signed, 4, signed.length))) {
      throw new AssertionError("not signed by " + verifierKey + ": " + note);
    }
    return note.substring(0, end).lines().toList();
  }

  /** RFC 9162 section 2.1.3.2. */
  static String root(long index, long size, byte[] leaf, List<String> path) {
    long fn = index;
    long sn = size - 1;
    byte[] r = leaf;
    for (String p : path) {
      if (fn % 2 == 1 || fn == sn) {
        r = sha256(concat(new byte[] {1}, base64(p), r));
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = sha256(concat(new byte[] {1}, r, base64(p)));
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 ? Base64.getEncoder().encodeToString(r) : "the path is too short";
  }

  /** RFC 9162 section 2.1.4.2, for sizes that differ. */
  static boolean isConsistent(long first, long second, String from, String to, List<String> proof) {
    List<byte[]> path = new java.util.ArrayList<>(proof.stream().map(Spec::base64).toList());
    if (Long.bitCount(first) == 1) {
      path.addFirst(base64(from));
    }
    long fn = first - 1;
    long sn = second - 1;
    while (fn % 2 == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = path.getFirst();
    byte[] sr = fr;
    for (byte[] c : path.subList(1, path.size())) {
      if (fn % 2 == 1 || fn == sn) {
        fr = sha256(concat(new byte[] {1}, c, fr));
        sr = sha256(concat(new byte[] {1}, c, sr));
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = sha256(concat(new byte[] {1}, sr, c));
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, base64(from)) && Arrays.equals(sr, base64(to));
  }

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private Spec() {}
}
