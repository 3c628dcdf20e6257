package za.lexohub.audit.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Note;

/**
 * The keys of one log as they followed upon one another, each for the checkpoints of its time. Made
 * of the first key and the changes that the keys themselves have signed, wherever those were kept.
 */
public final class KeyChain {

  /**
   * One key's time.
   *
   * @param after it has signed the checkpoints larger than this; 0 for the first key
   * @param through and none larger than this; {@link Long#MAX_VALUE} for the key in force
   * @param change by which it came into force; null for the first
   */
  public record Period(
      String verifierKey,
      String packVerifierKey,
      long after,
      long through,
      @Nullable String change) {

    boolean covers(long size) {
      return size > after && size <= through;
    }

    /** Its lines in the list of keys. */
    String lines() {
      String end = "-" + (through == Long.MAX_VALUE ? "" : through) + "\n";
      return verifierKey
          + " "
          + (after + 1)
          + end
          + packVerifierKey
          + " "
          + Math.max(after, 1)
          + end;
    }
  }

  private final String origin;
  private final List<Period> periods;

  private KeyChain(String origin, List<Period> periods) {
    this.origin = origin;
    this.periods = List.copyOf(periods);
  }

  /**
   * @param origin the log's name
   * @param first its first key, in the form of a verifier key
   * @param changes the notes of all changes, in their order
   * @throws Broken when they do not follow from one another
   */
  public static KeyChain of(String origin, String first, List<String> changes) {
    List<Period> found = new ArrayList<>();
    String key = first;
    long after = 0;
    String change = null;
    for (String note : changes) {
      KeyChange next = change(origin, note);
      if (next.number() != found.size() + 1 || !next.oldKey().equals(key) || next.after() < after) {
        throw new Broken("the changes of this log's signing keys do not follow from one another");
      }
      found.add(period(origin, key, after, next.after(), change));
      after = next.after();
      key = next.newKey();
      change = note;
    }
    found.add(period(origin, key, after, Long.MAX_VALUE, change));
    return new KeyChain(origin, found);
  }

  private static Period period(
      String origin, String key, long after, long through, @Nullable String change) {
    return new Period(
        key, LogKey.packVerifierKey(origin, publicKey(origin, key)), after, through, change);
  }

  /**
   * @throws Broken unless both keys have signed it
   */
  static KeyChange change(String origin, String note) {
    try {
      return KeyChange.read(origin, note);
    } catch (IllegalArgumentException e) {
      throw new Broken(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] publicKey(String origin, String verifierKey) {
    try {
      return Note.publicKey(origin, verifierKey);
    } catch (IllegalArgumentException e) {
      throw new Broken(
          "this log is signed with the key " + verifierKey + ", which is none of " + origin);
    }
  }

  public String origin() {
    return origin;
  }

  /** From the first key's on. */
  public List<Period> periods() {
    return periods;
  }

  /** The key in force. */
  public Period last() {
    return periods.getLast();
  }

  /** The 32 bytes of the key in force. */
  public byte[] lastPublicKey() {
    return publicKey(last());
  }

  byte[] publicKey(Period period) {
    return publicKey(origin, period.verifierKey());
  }

  Optional<Period> covering(long size) {
    return periods.stream().filter(period -> period.covers(size)).findFirst();
  }

  /** Whether it is a checkpoint of this log, signed by the key whose time it is. */
  public boolean hasSigned(String note) {
    return size(note).flatMap(this::covering).filter(period -> isBy(period, note)).isPresent();
  }

  /** Whether it is a checkpoint of this log, signed by any of its keys, at whatever time. */
  public boolean hasEverSigned(String note) {
    return size(note).isPresent() && periods.stream().anyMatch(period -> isBy(period, note));
  }

  private boolean isBy(Period period, String note) {
    return Note.verified(note, origin, publicKey(period))
        .filter(text -> text.startsWith(origin + "\n"))
        .isPresent();
  }

  private static Optional<Long> size(String note) {
    try {
      return Optional.of(Checkpoint.parse(note).size());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The list as an auditor gives it to a verifier: each key with the sizes that are its. */
  String list() {
    StringBuilder list = new StringBuilder();
    periods.forEach(period -> list.append(period.lines()));
    return list.toString();
  }

  /** What is stored of the keys is not what they have signed. */
  public static final class Broken extends RuntimeException {
    Broken(String what) {
      super(what);
    }
  }
}
