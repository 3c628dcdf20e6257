package za.lexohub.audit.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.tlog.Note;

/**
 * The keys of one log, one after the other, each for the checkpoints of its time. What the database
 * says of them is believed only as far as the keys themselves have signed it.
 */
public final class LogKeys {

  private static final Logger log = LoggerFactory.getLogger(LogKeys.class);

  private final String origin;
  private final SigningKeys held;
  private final JdbcClient jdbc;
  private final Map<String, LogKey> known = new ConcurrentHashMap<>();
  private volatile @Nullable KeyChain chain;

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
   * Remembers the first key at the first start. A node that cannot sign with the key in force is
   * let in: the sealer may find in the store that another key is, or another node signs.
   *
   * @throws IllegalStateException when the log has another name, or its keys do not follow from one
   *     another
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
    } catch (KeyChain.Broken e) {
      throw new IllegalStateException(
          e.getMessage() + ": restore lexohub.audit.origin and the database as they were.", e);
    } catch (NotHeld e) {
      log.warn(
          "{}: unless the audit bucket names a later one, restore its file in"
              + " lexohub.keys.directory, or lexohub.kms.signing-keys, as they were",
          e.getMessage());
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
   * @throws KeyChain.Broken when they do not follow from one another
   */
  public List<KeyChain.Period> refresh() {
    return looked().periods();
  }

  private KeyChain looked() {
    String first =
        first()
            .orElseThrow(() -> new KeyChain.Broken("no key of this log is known to the database"));
    KeyChain found =
        KeyChain.of(
            origin,
            first,
            jdbc.sql("select note from log_key_change order by number").query(String.class).list());
    chain = found;
    return found;
  }

  /** As they were when they were last looked at. */
  public KeyChain chain() {
    KeyChain seen = chain;
    return seen == null ? looked() : seen;
  }

  public List<KeyChain.Period> periods() {
    return chain().periods();
  }

  /**
   * @throws KeyChain.Broken unless both keys have signed it
   */
  public KeyChange read(String note) {
    return KeyChain.change(origin, note);
  }

  /** Whether it is a key of a log of this name. */
  public boolean isOurs(String verifierKey) {
    try {
      Note.publicKey(origin, verifierKey);
      return true;
    } catch (IllegalArgumentException anothers) {
      return false;
    }
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
    return signing(chain().last());
  }

  /**
   * Signs packs that end with the checkpoint of this size. After a change the new key signs them
   * although the old one has signed their checkpoint: it may long be destroyed when no event comes.
   *
   * @throws NotHeld when this node cannot
   */
  public LogKey forPack(long size) {
    KeyChain.Period last = chain().last();
    return signing(size >= last.after() ? last : chain().covering(size).orElseThrow());
  }

  private LogKey signing(KeyChain.Period period) {
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
    KeyChain keys = chain();
    return new LogKey(origin, held.next(keys.periods().stream().map(keys::publicKey).toList()));
  }

  /**
   * @see KeyChain#hasSigned
   */
  public boolean hasSigned(String note) {
    return chain().hasSigned(note);
  }

  /**
   * @see KeyChain#hasEverSigned
   */
  public boolean hasEverSigned(String note) {
    return chain().hasEverSigned(note);
  }

  /**
   * @see KeyChain#list
   */
  public String list() {
    return chain().list();
  }

  /** This node cannot sign with the key in force. */
  public static final class NotHeld extends RuntimeException {
    NotHeld(String what) {
      super(what);
    }
  }
}
