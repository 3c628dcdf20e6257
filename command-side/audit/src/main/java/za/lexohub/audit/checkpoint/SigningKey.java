package za.lexohub.audit.checkpoint;

/**
 * The Ed25519 key that signs the log. Its secret half never leaves the implementation: a file on
 * one machine, a key service elsewhere.
 */
public interface SigningKey {

  /** 32 bytes. */
  byte[] publicKey();

  /**
   * The 64 bytes of the signature over this message (pure Ed25519).
   *
   * @param message of at most {@link #longest} bytes
   * @throws AuditObjects.Away when whoever holds the secret half does not answer; that may pass
   */
  byte[] sign(byte[] message);

  /** Bytes of the longest message that is signed. */
  default int longest() {
    return Integer.MAX_VALUE;
  }
}
