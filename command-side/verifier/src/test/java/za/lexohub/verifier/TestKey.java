package za.lexohub.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs notes, for tests. */
record TestKey(String name, KeyPair pair, byte[] id) {

  static TestKey named(String name) {
    try {
      return of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestKey of(String name, KeyPair pair) {
    byte[] text = (name + "\n\u0001").getBytes(StandardCharsets.UTF_8);
    return new TestKey(name, pair, Arrays.copyOf(SampleLog.sha256(text, publicKey(pair)), 4));
  }

  /** The same key under the name by which it signs packs. */
  TestKey ofPacks() {
    return of(name + "/pack", pair);
  }

  /** That this key takes the place of {@code old}, signed by both. */
  byte[] follows(TestKey old, int number, long after) {
    String text =
        "lexohub-key-change v1\norigin %s\nnumber %d\nafter %d\nold %s\nnew %s\n"
            .formatted(name, number, after, old.verifierKey(), verifierKey());
    String own = new String(sign(text), StandardCharsets.UTF_8).substring(text.length() + 1);
    return SampleLog.utf8(new String(old.sign(text), StandardCharsets.UTF_8) + own);
  }

  /** The same name and number with a key of its own: what a forger would publish. */
  TestKey forged() {
    return new TestKey(name, named(name).pair, id);
  }

  byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signed = signature.sign();
      byte[] both = Arrays.copyOf(id, 4 + signed.length);
      System.arraycopy(signed, 0, both, 4, signed.length);
      return SampleLog.utf8(text + "\n\u2014 " + name + " " + base64(both) + "\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String verifierKey() {
    byte[] key = new byte[33];
    key[0] = 1;
    System.arraycopy(publicKey(pair), 0, key, 1, 32);
    return name + "+" + HexFormat.of().formatHex(id) + "+" + base64(key);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] publicKey(KeyPair pair) {
    byte[] der = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(der, der.length - 32, der.length);
  }
}
