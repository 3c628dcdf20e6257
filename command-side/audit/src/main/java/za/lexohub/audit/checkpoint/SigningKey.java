package za.lexohub.audit.checkpoint;

/**
 * The Ed25519 key that signs the log. Its secret half never leaves the implementation: a file on
 * one machine, a key service elsewhere.
 */
public interface SigningKey {

  /** 32 bytes. */
  byte[] publicKey();

  /** The 64 bytes of the signature over this message (pure Ed25519). */
  byte[] sign(byte[] message);
}
