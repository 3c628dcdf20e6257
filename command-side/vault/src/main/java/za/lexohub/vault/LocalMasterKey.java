package za.lexohub.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A master key that this node has in memory: it wraps by itself and derives the other secrets. */
final class LocalMasterKey implements MasterKey {

  private static final int NONCE_BYTES = 12;

  private final byte[] secret;
  private final SecretKey wrapping;

  LocalMasterKey(byte[] secret) {
    if (secret.length != AesGcm.KEY_BYTES) {
      throw new IllegalArgumentException("a master key has 32 bytes");
    }
    this.secret = secret.clone();
    this.wrapping = new SecretKeySpec(derive("wrap"), "AES");
  }

  @Override
  public byte[] wrap(KeyOwner owner, byte[] key) {
    byte[] nonce = AesGcm.nonce();
    byte[] sealed = AesGcm.encrypt(wrapping, nonce, bytes(owner.keyId()), key);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  @Override
  public byte[] unwrap(KeyOwner owner, byte[] wrapped) {
    return AesGcm.decrypt(
        wrapping,
        Arrays.copyOf(wrapped, NONCE_BYTES),
        bytes(owner.keyId()),
        Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length));
  }

  /** HMAC-SHA-256 of its name. */
  @Override
  public byte[] firstSecret(String purpose) {
    return derive(purpose);
  }

  private byte[] derive(String purpose) {
    return hmac(secret, purpose);
  }

  @Override
  public String fingerprint() {
    return HexFormat.of().formatHex(derive("fingerprint"), 0, 16);
  }

  static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
