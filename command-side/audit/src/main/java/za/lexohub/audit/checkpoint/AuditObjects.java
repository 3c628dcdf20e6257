package za.lexohub.audit.checkpoint;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where checkpoints and tiles are kept, outside the database. Every call ends within seconds.
 *
 * <p>Every method throws {@link Away} when the store cannot be reached.
 */
public interface AuditObjects {

  String NEWEST = "checkpoint";
  String CHECKPOINTS = "checkpoints/";
  String KEY_CHANGES = "key-changes/";

  /** The list of keys, as an auditor gives it to a verifier. */
  String KEYS = "keys.txt";

  static String checkpoint(long size) {
    return CHECKPOINTS + "%012d".formatted(size);
  }

  /**
   * @param number of the change, from 1
   */
  static String keyChange(int number) {
    return KEY_CHANGES + "%06d".formatted(number);
  }

  /** Writes, over what may be there. */
  void put(String key, byte[] content);

  /** Writes if nothing is there; says whether it did. */
  boolean putOnce(String key, byte[] content);

  /**
   * Writes over one version and no other; says whether it did.
   *
   * @param expected as {@link Stored#version} said; null when nothing was there
   */
  boolean replace(String key, @Nullable String expected, byte[] content);

  Optional<Stored> get(String key);

  /** The keys with this beginning that come after {@code after}, in order. */
  List<String> keysAfter(String prefix, String after);

  /**
   * @param version changes with the content
   */
  record Stored(byte[] content, String version) {}

  /** The store does not answer now; that may pass. */
  final class Away extends RuntimeException {
    public Away(String message) {
      super(message);
    }

    public Away(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
