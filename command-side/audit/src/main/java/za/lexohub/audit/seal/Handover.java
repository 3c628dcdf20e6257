package za.lexohub.audit.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.KeyChain;
import za.lexohub.audit.checkpoint.KeyChange;
import za.lexohub.audit.checkpoint.KeyChanges;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.seal.KeyWishes.Wish;

/**
 * Puts one signing key in the place of another: when the log says so, and the old key has sealed
 * that. The change is written to the database, where the lease guards it, then to the store; dying
 * between the two leaves something that the next holder completes.
 */
final class Handover {

  private static final Logger log = LoggerFactory.getLogger(Handover.class);

  private final Lease lease;
  private final AuditObjects objects;
  private final LogKeys keys;
  private final KeyChanges changes;
  private final KeyWishes wishes;

  /** The end of the log when it was last asked for a wish that is fulfilled since. */
  private long asked;

  private boolean published;
  private @Nullable String missed;

  Handover(Lease lease, JdbcClient jdbc, AuditObjects objects, LogKeys keys) {
    this.lease = lease;
    this.objects = objects;
    this.keys = keys;
    this.changes = new KeyChanges(jdbc);
    this.wishes = new KeyWishes(jdbc);
  }

  /**
   * What the database knows is in the store, and the other way round; before a signature is looked
   * at.
   *
   * @throws Altered when one of them says something else than the keys have signed
   */
  void recover() {
    asked = 0;
    published = false;
    try {
      keys.refresh();
      for (KeyChain.Period period : keys.periods()) {
        String change = period.change();
        if (change != null) {
          store(keys.read(change));
        }
      }
      String last = AuditObjects.keyChange(keys.changeCount());
      for (String name : objects.keysAfter(AuditObjects.KEY_CHANGES, last)) {
        adopt(name);
      }
    } catch (KeyChain.Broken broken) {
      throw new Altered(broken.getMessage());
    }
  }

  /**
   * It was taken from the database since, or an older backup was restored. Whoever stole the old
   * key can write into the store one that it has signed: only what the log itself has asked for
   * counts.
   */
  private void adopt(String name) {
    KeyChange change = keys.read(there(name));
    if (!wishes.contain(change.newKey(), change.after())) {
      throw new Altered(
          "%s in the store names a key that no event up to position %d of this log asks for:"
                  .formatted(name, change.after())
              + " forged, or the log was restored to before that event");
    }
    log.warn("{} is in the store and not in the database; it is taken over", name);
    if (!changes.add(lease.holder(), lease.epoch(), change, null)) {
      throw new Fenced();
    }
    keys.refresh();
  }

  private String there(String name) {
    return objects
        .get(name)
        .map(stored -> new String(stored.content(), StandardCharsets.UTF_8))
        .orElseThrow(() -> new AuditObjects.Away(name + " cannot be read yet"));
  }

  private void store(KeyChange change) {
    String name = AuditObjects.keyChange(change.number());
    byte[] note = change.note().getBytes(StandardCharsets.UTF_8);
    boolean isThere = objects.get(name).isPresent() || !objects.putOnce(name, note);
    if (isThere && !there(name).equals(change.note())) {
      throw new Altered(name + " in the store is not the change of keys that was signed");
    }
  }

  /**
   * Hands over, if that is wanted and due.
   *
   * @param sealed the size of the newest checkpoint, which is recorded and in the store
   */
  void step(long sealed) {
    if (asked >= sealed) {
      return;
    }
    Optional<Wish> wish = wishes.newest();
    if (wish.isEmpty()
        // Before a restore the log had another name, and keys of that name.
        || !keys.isOurs(wish.get().newKey())
        || keys.isKnown(wish.get().newKey())) {
      asked = sealed;
      return;
    }
    if (wish.get().position() > sealed) {
      return;
    }
    Optional<KeyChange> signed = signed(sealed, wish.get().newKey());
    if (signed.isEmpty()) {
      miss(wish.get().newKey());
      return;
    }
    KeyChange change = signed.get();
    if (!changes.add(lease.holder(), lease.epoch(), change, sealed)) {
      throw new Fenced();
    }
    store(change);
    keys.refresh();
    published = false;
    publish();
    asked = sealed;
    log.info("After the checkpoint of size {} the log is signed with {}", sealed, change.newKey());
  }

  /** Empty as long as this node cannot sign with the wanted key: another may be wanted by then. */
  private Optional<KeyChange> signed(long sealed, String newKey) {
    try {
      Optional<LogKey> next = keys.held(newKey);
      lease.require();
      return next.map(key -> keys.change(sealed, key));
    } catch (AuditObjects.Away away) {
      log.debug("A change of keys cannot be signed now", away);
      return Optional.empty();
    }
  }

  private void miss(String key) {
    if (!key.equals(missed)) {
      missed = key;
      log.warn(
          "The log is to be signed with {}, which this node cannot do: the key in force goes on"
              + " until it does",
          key);
    }
  }

  /** The list of keys in the store is the present one. */
  void publish() {
    if (published) {
      return;
    }
    byte[] list = keys.list().getBytes(StandardCharsets.UTF_8);
    if (objects
        .get(AuditObjects.KEYS)
        .filter(stored -> Arrays.equals(stored.content(), list))
        .isEmpty()) {
      objects.put(AuditObjects.KEYS, list);
    }
    published = true;
  }
}
