package za.lexohub.audit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Text with an Ed25519 signature under it (C2SP signed-note). */
public final class Note {

  private static final byte ED25519 = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int SIGNATURE_BYTES = 64;

  /** What stands before the 32 bytes of a public key in X.509. */
  private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final String DASH = "\u2014 ";

  /**
   * @param text ending in a line break
   * @param signer makes the 64 bytes of a signature
   * @param publicKey 32 bytes
   */
  public static String signed(
      String text, String name, byte[] publicKey, UnaryOperator<byte[]> signer) {
    if (!text.endsWith("\n") || text.contains("\n\n") || text.startsWith("\n")) {
      throw new IllegalArgumentException("a note is lines without an empty one, each ended");
    }
    return text + "\n" + line(text, name, publicKey, signer);
  }

  /** The same note with one more signature under it. */
  public static String cosigned(
      String note, String name, byte[] publicKey, UnaryOperator<byte[]> signer) {
    String text = text(note).orElseThrow(() -> new IllegalArgumentException("not a signed note"));
    return note + line(text, name, publicKey, signer);
  }

  private static String line(
      String text, String name, byte[] publicKey, UnaryOperator<byte[]> signer) {
    byte[] line =
        ByteBuffer.allocate(KEY_ID_BYTES + SIGNATURE_BYTES)
            .put(keyId(name, publicKey))
            .put(signer.apply(text.getBytes(StandardCharsets.UTF_8)))
            .array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
  }

  /** {@code <name>+<key id>+<key>}: what a verifier is given. */
  public static String verifierKey(String name, byte[] publicKey) {
    requireName(name);
    return name
        + "+"
        + HexFormat.of().formatHex(keyId(name, publicKey))
        + "+"
        + Base64.getEncoder().encodeToString(typed(publicKey));
  }

  /**
   * The 32 bytes of the key in such a line.
   *
   * @throws IllegalArgumentException unless it is one of that name, as {@link #verifierKey} writes
   *     it
   */
  public static byte[] publicKey(String name, String verifierKey) {
    String[] parts = verifierKey.split("\\+", 3);
    byte[] typed = parts.length == 3 ? decoded(parts[2]).orElse(new byte[0]) : new byte[0];
    if (typed.length == 1 + Hash.BYTES) {
      byte[] publicKey = Arrays.copyOfRange(typed, 1, typed.length);
      if (verifierKey(name, publicKey).equals(verifierKey)) {
        return publicKey;
      }
    }
    throw new IllegalArgumentException("not a key of " + name + ": " + verifierKey);
  }

  /** The text of a note, or empty when it is none. */
  public static Optional<String> text(String note) {
    int end = note.indexOf("\n\n");
    return end <= 0 ? Optional.empty() : Optional.of(note.substring(0, end + 1));
  }

  /** The text of a note, if it carries a signature of that name by that key. */
  public static Optional<String> verified(String note, String name, byte[] publicKey) {
    Optional<String> text = text(note);
    if (text.isEmpty()) {
      return text;
    }
    String begin = DASH + name + " ";
    byte[] keyId = keyId(name, publicKey);
    boolean signed =
        note.substring(text.get().length() + 1)
            .lines()
            .filter(line -> line.startsWith(begin))
            .flatMap(line -> decoded(line.substring(begin.length())).stream())
            .filter(line -> line.length == KEY_ID_BYTES + SIGNATURE_BYTES)
            .filter(line -> Arrays.equals(line, 0, KEY_ID_BYTES, keyId, 0, KEY_ID_BYTES))
            .anyMatch(
                line ->
                    isSignature(
                        text.get().getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(line, KEY_ID_BYTES, line.length),
                        publicKey));
    return signed ? text : Optional.empty();
  }

  /**
   * Whether these bytes are the signature of that text by that key.
   *
   * @param publicKey 32 bytes
   */
  public static boolean isSignature(byte[] text, byte[] signature, byte[] publicKey) {
    try {
      byte[] encoded = ByteBuffer.allocate(44).put(X509_ED25519).put(publicKey).array();
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(text);
      return verifier.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] keyId(String name, byte[] publicKey) {
    byte[] id =
        Hash.sha256()
            .digest(
                ByteBuffer.allocate(name.getBytes(StandardCharsets.UTF_8).length + 2 + 32)
                    .put(name.getBytes(StandardCharsets.UTF_8))
                    .put((byte) '\n')
                    .put(typed(publicKey))
                    .array());
    return Arrays.copyOf(id, KEY_ID_BYTES);
  }

  private static byte[] typed(byte[] publicKey) {
    return ByteBuffer.allocate(1 + Hash.BYTES).put(ED25519).put(publicKey).array();
  }

  /** A name stands before a space and a plus in a line. */
  public static void requireName(String name) {
    if (name.isEmpty() || name.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+')) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a log: it must have no space and no plus");
    }
  }

  private Note() {}
}
