package za.lexohub.audit.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Note;

/**
 * The keys of one log, one after the other, each for the checkpoints of its time. What the database
 * says of them is believed only as far as the keys themselves have signed it.
 */
public final class LogKeys {

  private static final Logger log = LoggerFactory.getLogger(LogKeys.class);

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
  private final SigningKeys held;
  private final JdbcClient jdbc;
  private final Map<String, LogKey> known = new ConcurrentHashMap<>();
  private volatile List<Period> periods = List.of();

  /**
   * @param origin the log's name, unique in the world and never changed
   */
  public LogKeys(String origin, SigningKeys held, JdbcClient jdbc) {
    Note.requireName(origin);
    this.origin = origin;
    this.held = held;
    this.jdbc = jdbc;
  }

  public String origin() {
    return origin;
  }

  /**
   * Remembers the first key at the first start.
   *
   * @throws IllegalStateException when this node cannot sign with the key in force, or the log has
   *     another name
   */
  public void requireKnown() {
    if (first().isEmpty()) {
      LogKey first = new LogKey(origin, held.first());
      jdbc.sql("insert into log_key (verifier_key) values (?) on conflict do nothing")
          .param(first.verifierKey())
          .update();
    }
    try {
      current();
    } catch (NotHeld | Broken e) {
      throw new IllegalStateException(
          e.getMessage()
              + ": restore "
              + SigningKeyFile.NAME
              + " in lexohub.keys.directory, or lexohub.kms.signing-keys, and lexohub.audit.origin,"
              + " as they were.",
          e);
    } catch (AuditObjects.Away away) {
      log.warn("Whether this node can sign is not known yet: {}", away.getMessage());
    }
  }

  private Optional<String> first() {
    return jdbc.sql("select verifier_key from log_key").query(String.class).optional();
  }

  /**
   * Looks again which keys there are.
   *
   * @throws Broken when they do not follow from one another
   */
  public List<Period> refresh() {
    String key =
        first().orElseThrow(() -> new Broken("no key of this log is known to the database"));
    List<Period> found = new ArrayList<>();
    long after = 0;
    String change = null;
    for (KeyChange next : changes()) {
      if (next.number() != found.size() + 1 || !next.oldKey().equals(key) || next.after() < after) {
        throw new Broken("the changes of this log's signing keys do not follow from one another");
      }
      found.add(period(key, after, next.after(), change));
      after = next.after();
      key = next.newKey();
      change = next.note();
    }
    found.add(period(key, after, Long.MAX_VALUE, change));
    periods = List.copyOf(found);
    return periods;
  }

  private Period period(String key, long after, long through, @Nullable String change) {
    return new Period(key, LogKey.packVerifierKey(origin, publicKey(key)), after, through, change);
  }

  private List<KeyChange> changes() {
    return jdbc
        .sql("select note from log_key_change order by number")
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  /**
   * @throws Broken unless both keys have signed it
   */
  public KeyChange read(String note) {
    try {
      return KeyChange.read(origin, note);
    } catch (IllegalArgumentException e) {
      throw new Broken(String.valueOf(e.getMessage()));
    }
  }

  private byte[] publicKey(String verifierKey) {
    try {
      return Note.publicKey(origin, verifierKey);
    } catch (IllegalArgumentException e) {
      throw new Broken(
          "this log is signed with the key " + verifierKey + ", which is none of " + origin);
    }
  }

  public List<Period> periods() {
    List<Period> seen = periods;
    return seen.isEmpty() ? refresh() : seen;
  }

  /** Whether this key signs the log, or ever did. */
  public boolean isKnown(String verifierKey) {
    return periods().stream().anyMatch(period -> period.verifierKey().equals(verifierKey));
  }

  /**
   * That {@code next} takes the place of the key in force, signed by both.
   *
   * @param after the size of the newest checkpoint
   * @throws NotHeld when this node cannot sign with the key in force
   */
  public KeyChange change(long after, LogKey next) {
    return KeyChange.signed(changeCount() + 1, after, current(), next);
  }

  /** How often one key has taken the place of another. */
  public int changeCount() {
    return periods().size() - 1;
  }

  /**
   * Signs, as the key in force.
   *
   * @throws NotHeld when this node cannot
   */
  public LogKey current() {
    return signing(periods().getLast());
  }

  /**
   * Signs packs that end with the checkpoint of this size. After a change the new key signs them
   * although the old one has signed their checkpoint: it may long be destroyed when no event comes.
   *
   * @throws NotHeld when this node cannot
   */
  public LogKey forPack(long size) {
    Period last = periods().getLast();
    return size >= last.after()
        ? signing(last)
        : signing(periods().stream().filter(p -> p.covers(size)).findFirst().orElseThrow());
  }

  private LogKey signing(Period period) {
    String key = period.verifierKey();
    return held(key)
        .orElseThrow(
            () ->
                new NotHeld(
                    "this log is signed with the key " + key + ", which this node does not hold"));
  }

  /** The key with this verifier key, if this node can sign with it. */
  public Optional<LogKey> held(String verifierKey) {
    LogKey seen = known.get(verifierKey);
    if (seen != null) {
      return Optional.of(seen);
    }
    byte[] publicKey;
    try {
      publicKey = Note.publicKey(origin, verifierKey);
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
    Optional<LogKey> key = held.holding(publicKey).map(secret -> new LogKey(origin, secret));
    key.ifPresent(found -> known.put(verifierKey, found));
    return key;
  }

  /**
   * A key to follow the one in force.
   *
   * @throws SigningKeys.NoneLeft when somebody has to make one first
   */
  public LogKey next() {
    return new LogKey(
        origin, held.next(periods().stream().map(p -> publicKey(p.verifierKey())).toList()));
  }

  /** Whether it is a checkpoint of this log, signed by the key whose time it is. */
  public boolean hasSigned(String note) {
    return size(note)
        .flatMap(size -> periods().stream().filter(p -> p.covers(size)).findFirst())
        .filter(period -> isBy(period, note))
        .isPresent();
  }

  /** Whether it is a checkpoint of this log, signed by any of its keys, at whatever time. */
  public boolean hasEverSigned(String note) {
    return size(note).isPresent() && periods().stream().anyMatch(period -> isBy(period, note));
  }

  private boolean isBy(Period period, String note) {
    return Note.verified(note, origin, publicKey(period.verifierKey()))
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
  public String list() {
    StringBuilder list = new StringBuilder();
    periods().forEach(period -> list.append(period.lines()));
    return list.toString();
  }

  /** This node cannot sign with the key in force. */
  public static final class NotHeld extends RuntimeException {
    NotHeld(String what) {
      super(what);
    }
  }

  /** What is stored of the keys is not what they have signed. */
  public static final class Broken extends RuntimeException {
    Broken(String what) {
      super(what);
    }
  }
}
