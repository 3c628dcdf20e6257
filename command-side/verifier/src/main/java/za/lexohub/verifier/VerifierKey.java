package za.lexohub.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key as C2SP signed-note writes it: {@code name+hash+key}. The hash binds the name to the
 * key, so that a slip of the pen is noticed.
 */
record VerifierKey(String name, byte[] id, byte[] publicKey) {

  private static final int ED25519 = 1;
  private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

  static VerifierKey read(String text) throws Malformed {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3 || !usableName(parts[0])) {
      throw new Malformed("a key looks like name+1a2b3c4d+Base64");
    }
    byte[] key = Bytes.base64(parts[2]);
    if (key.length != 33 || key[0] != ED25519) {
      throw new Malformed("only Ed25519 keys are used here");
    }
    byte[] publicKey = Arrays.copyOfRange(key, 1, 33);
    byte[] id = id(parts[0], publicKey);
    if (!Bytes.hex(id).equals(parts[1])) {
      throw new Malformed("the key's name and number do not belong to it: mistyped?");
    }
    VerifierKey verifier = new VerifierKey(parts[0], id, publicKey);
    verifier.key();
    return verifier;
  }

  static boolean usableName(String name) {
    return !name.isEmpty()
        && name.indexOf('+') < 0
        && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** The same key under another name. */
  VerifierKey named(String other) {
    return new VerifierKey(other, id(other, publicKey), publicKey);
  }

  boolean verifies(byte[] text, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key());
      ed25519.update(text);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException | Malformed e) {
      return false;
    }
  }

  String text() {
    byte[] key = new byte[33];
    key[0] = ED25519;
    System.arraycopy(publicKey, 0, key, 1, 32);
    return name + "+" + Bytes.hex(id) + "+" + Bytes.base64(key);
  }

  private PublicKey key() throws Malformed {
    byte[] der = Arrays.copyOf(DER, DER.length + 32);
    System.arraycopy(publicKey, 0, der, DER.length, 32);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new Malformed("not a point of Ed25519");
    }
  }

  private static byte[] id(String name, byte[] publicKey) {
    MessageDigest digest = Bytes.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update((byte) ED25519);
    return Arrays.copyOf(digest.digest(publicKey), 4);
  }
}
