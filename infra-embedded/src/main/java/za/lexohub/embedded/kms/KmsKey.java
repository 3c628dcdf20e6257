package za.lexohub.embedded.kms;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.aws.Refusal;

/** One key: symmetric, with all its yearly versions, or a pair that signs. */
final class KmsKey {

  enum State {
    ENABLED,
    DISABLED,
    PENDING_DELETION
  }

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 16;

  final String arn;
  private final @Nullable KeyPair pair;

  /** Every version that ever encrypted; the last one encrypts now. */
  private final Map<UUID, SecretKey> versions = new LinkedHashMap<>();

  private UUID current = new UUID(0, 0);
  private State state = State.ENABLED;

  private KmsKey(String arn, @Nullable KeyPair pair) {
    this.arn = arn;
    this.pair = pair;
  }

  static KmsKey symmetric(String arn) {
    KmsKey key = new KmsKey(arn, null);
    key.rotate();
    return key;
  }

  static KmsKey signing(String arn) {
    try {
      return new KmsKey(arn, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was encrypted before is decrypted as before. */
  void rotate() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(256);
      current = UUID.randomUUID();
      versions.put(current, generator.generateKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void become(State next) {
    state = next;
  }

  /** Asked first by every operation. */
  void requireUsable(boolean forSigning) throws Refusal {
    if (state == State.DISABLED) {
      throw new Refusal("DisabledException", arn + " is disabled.");
    }
    if (state == State.PENDING_DELETION) {
      throw new Refusal("KMSInvalidStateException", arn + " is pending deletion.");
    }
    if (forSigning != (pair != null)) {
      throw new Refusal(
          "InvalidKeyUsageException",
          arn + " key usage is " + (pair == null ? "ENCRYPT_DECRYPT" : "SIGN_VERIFY") + ".");
    }
  }

  byte[] encrypt(byte[] plain, SortedMap<String, String> context) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
          .putLong(current.getMostSignificantBits())
          .putLong(current.getLeastSignificantBits())
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean hasEncrypted(byte[] blob) {
    return blob.length > HEAD_BYTES + NONCE_BYTES && versions.containsKey(version(blob));
  }

  byte[] decrypt(byte[] blob, SortedMap<String, String> context) throws Refusal {
    try {
      byte[] nonce = Arrays.copyOfRange(blob, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, version(blob), nonce, context)
          .doFinal(blob, HEAD_BYTES + NONCE_BYTES, blob.length - HEAD_BYTES - NONCE_BYTES);
    } catch (GeneralSecurityException altered) {
      throw new Refusal("InvalidCiphertextException", "");
    }
  }

  private static UUID version(byte[] blob) {
    ByteBuffer head = ByteBuffer.wrap(blob);
    return new UUID(head.getLong(), head.getLong());
  }

  private Cipher cipher(int mode, UUID version, byte[] nonce, SortedMap<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, versions.get(version), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(authenticated(context));
    return cipher;
  }

  private static byte[] authenticated(SortedMap<String, String> context) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      for (Map.Entry<String, String> pair : context.entrySet()) {
        for (String text : new String[] {pair.getKey(), pair.getValue()}) {
          byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
          out.writeInt(utf8.length);
          out.write(utf8);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** X.509 (RFC 8410). */
  byte[] publicKey() {
    return signingPair().getPublic().getEncoded();
  }

  /** RFC 8032, pure. */
  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(signingPair().getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyPair signingPair() {
    if (pair == null) {
      throw new IllegalStateException(arn + " does not sign");
    }
    return pair;
  }
}
