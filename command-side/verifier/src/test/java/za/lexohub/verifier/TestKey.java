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
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] text = (name + "\n\u0001").getBytes(StandardCharsets.UTF_8);
      return new TestKey(name, pair, Arrays.copyOf(SampleLog.sha256(text, publicKey(pair)), 4));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
