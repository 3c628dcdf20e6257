package za.lexohub.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random 96-bit nonce and a 128-bit tag. */
final class AesGcm {

  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  static byte[] nonce() {
    return random(NONCE_BYTES);
  }

  static byte[] encrypt(SecretKey key, byte[] nonce, byte[] authenticated, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, authenticated).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
  }

  /**
   * @throws IllegalArgumentException when anything was altered, or another key sealed it
   */
  static byte[] decrypt(SecretKey key, byte[] nonce, byte[] authenticated, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, authenticated).doFinal(sealed);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException("the envelope was altered, or is not this tenant's", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot decrypt", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] authenticated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(authenticated);
    return cipher;
  }

  private AesGcm() {}
}
