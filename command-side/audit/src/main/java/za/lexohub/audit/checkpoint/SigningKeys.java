package za.lexohub.audit.checkpoint;

import java.util.Collection;
import java.util.Optional;

/**
 * The signing keys that this node holds or may ask to sign. Every method throws {@link
 * AuditObjects.Away} when whoever holds them does not answer now.
 */
public interface SigningKeys {

  /** The key that a new log begins with; made when there is none. */
  SigningKey first();

  /** The one with this public half; empty when this node cannot sign with it. */
  Optional<SigningKey> holding(byte[] publicKey);

  /**
   * A key to follow: none of {@code used}. The same one whenever it is asked with the same keys, on
   * every node that shares where keys are kept.
   *
   * @param used the public halves of all keys that have signed this log
   * @throws NoneLeft when no key can follow until somebody makes one
   */
  SigningKey next(Collection<byte[]> used);

  /** What would have to be done first. */
  final class NoneLeft extends RuntimeException {
    public NoneLeft(String what) {
      super(what);
    }
  }
}
