package za.lexohub.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;

/**
 * What the log can prove about itself (RFC 6962, C2SP tlog-checkpoint, tlog-tiles, tlog-proof). The
 * leaf of position {@code p} has the index {@code p - 1}; a checkpoint of size {@code n} covers the
 * positions 1 to {@code n}. Whatever has to read tiles throws {@link Unavailable} when their store
 * is away or has lost one of them.
 */
public interface LogProofs {

  /** The signed checkpoints, largest first, of sizes below {@code below}. */
  List<SignedCheckpoint> checkpoints(long below, int limit);

  /** The newest checkpoint, or empty before the first event was sealed. */
  Optional<SignedCheckpoint> latest();

  /**
   * The {@code .tlog-proof} of an event of this tenant against the newest checkpoint, or empty when
   * the tenant has no such event.
   *
   * @throws NotYetSealed when no checkpoint covers it yet; that passes within seconds
   */
  Optional<EventProof> proof(TenantId tenant, UUID eventId);

  /**
   * That the log of size {@code to} begins with the log of size {@code from}.
   *
   * @throws IllegalArgumentException unless 1 <= from <= to
   * @throws NotYetSealed when no checkpoint covers {@code to} yet
   */
  Consistency consistency(long from, long to);

  /**
   * The tiles ({@code tile/0/000}, {@code tile/0/001.p/17}, …, by their C2SP path) that prove these
   * positions in the tree of this size.
   *
   * @throws IllegalArgumentException when one of them is not in it
   * @throws NotYetSealed when no checkpoint covers {@code size} yet
   */
  List<Tile> tiles(long size, Iterable<Long> positions);

  /** The keys that have signed, in the order of their use; the last one is in force. */
  List<KeyInTime> keys();

  /**
   * The same as the file that a verifier takes: each key with the sizes of checkpoints that are
   * its, and each pack's key with those of the checkpoints that its packs end with.
   */
  String keyList();

  /**
   * Signs packs that end with the checkpoint of this size, with the key whose time it is.
   *
   * @throws Unavailable when this node cannot ask for its signature now
   */
  PackSigner packSigner(long size);

  /**
   * A key and the checkpoints that it has signed.
   *
   * @param verifierKey of checkpoints and proofs, in C2SP signed-note form, {@code <origin>+<key
   *     id>+<base64>}
   * @param packVerifierKey of packs, in the same form
   * @param from the smallest size of a checkpoint that is its to sign
   * @param through the largest; null for the key in force
   * @param change the note by which it took over, signed by the key before and by itself; null for
   *     the first
   */
  record KeyInTime(
      String verifierKey,
      String packVerifierKey,
      long from,
      @Nullable Long through,
      @Nullable String change) {}

  /** Signs what packs say about themselves, under the name {@code <origin>/pack}. */
  interface PackSigner {

    /** The public key of checkpoints. */
    String verifierKey();

    /** The public key of {@link #sign}. */
    String packVerifierKey();

    /** The longest text that is signed, in bytes of UTF-8. */
    int longest();

    /**
     * Signs a text (ending in a line break, without an empty line) as a C2SP note.
     *
     * @throws IllegalArgumentException unless it begins with the line {@code lexohub-pack v1} or
     *     {@code v2}, so that nothing else, above all no checkpoint, can be had signed this way
     * @throws Unavailable when who signs does not answer; that may pass
     */
    String sign(String text);
  }

  /**
   * @param rootHash base64
   * @param note the checkpoint as it was signed
   */
  record SignedCheckpoint(long size, String rootHash, Instant sealedAt, String note) {}

  /**
   * @param position of the event
   * @param tlogProof the whole file
   */
  record EventProof(long position, String tlogProof) {}

  /**
   * @param hashes base64, as RFC 6962 section 2.1.2 orders them
   * @param fromRoot base64
   * @param toRoot base64
   * @param checkpoint the newest note, which covers {@code to}
   */
  record Consistency(
      long from, long to, String fromRoot, String toRoot, List<String> hashes, String checkpoint) {}

  /** A tile of hashes, 32 bytes each. */
  record Tile(String path, byte[] content) {}

  /** The store of the tiles does not answer, or not with what was put there; that may pass. */
  final class Unavailable extends RuntimeException {
    public Unavailable(Throwable cause) {
      super("the sealed tree cannot be read now", cause);
    }
  }

  /** The sealer has not come so far yet. */
  final class NotYetSealed extends RuntimeException {
    public NotYetSealed(long position, long sealed) {
      super("position " + position + " is not sealed yet; the newest checkpoint covers " + sealed);
    }
  }
}
