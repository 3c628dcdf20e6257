package za.lexohub.audit.checkpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * The keys of AWS KMS that a node is told, in the order of their use. Beside them a key in a file
 * still signs that it is replaced.
 */
public final class KmsSigningKeys implements SigningKeys {

  private final List<SigningKey> keys;
  private final SigningKeyFiles files;

  /**
   * @param kms first asked when something is to be signed
   * @param ids of keys, or their ARNs
   */
  public KmsSigningKeys(Supplier<KmsClient> kms, List<String> ids, SigningKeyFiles files) {
    this.keys = ids.stream().map(id -> (SigningKey) new KmsSigningKey(kms, id.strip())).toList();
    this.files = files;
  }

  @Override
  public SigningKey first() {
    return keys.getFirst();
  }

  /** A retired key that is disabled or gone does not answer, and must not hide the others. */
  @Override
  public Optional<SigningKey> holding(byte[] publicKey) {
    Optional<SigningKey> inFile = files.holding(publicKey);
    if (inFile.isPresent()) {
      return inFile;
    }
    AuditObjects.Away unknown = null;
    for (SigningKey key : keys.reversed()) {
      try {
        if (Arrays.equals(key.publicKey(), publicKey)) {
          return Optional.of(key);
        }
      } catch (AuditObjects.Away away) {
        unknown = away;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
    return Optional.empty();
  }

  /** The one behind the last that was used; those before it are not asked. */
  @Override
  public SigningKey next(Collection<byte[]> used) {
    SigningKey next = null;
    for (SigningKey key : keys.reversed()) {
      if (used.stream().anyMatch(known -> Arrays.equals(known, key.publicKey()))) {
        break;
      }
      next = key;
    }
    if (next == null) {
      throw new NoneLeft(
          "All keys in lexohub.kms.signing-keys have signed this log: add one at its end, on every"
              + " node, and start them again.");
    }
    return next;
  }
}
