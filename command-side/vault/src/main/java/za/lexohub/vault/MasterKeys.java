package za.lexohub.vault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/** The master keys that a node holds: one wraps, the others still open what they have wrapped. */
final class MasterKeys {

  /**
   * Takes back, of one fingerprint, that it is retired: a node that was not restarted since has
   * wrapped under it again.
   */
  static final String IN_USE_AGAIN =
      "update master_key set retired_at = null where fingerprint = ? and retired_at is not null";

  private final MasterKey current;
  private final Map<String, MasterKey> byFingerprint = new LinkedHashMap<>();

  MasterKeys(MasterKey current, Collection<? extends MasterKey> accepted) {
    this.current = current;
    byFingerprint.put(current.fingerprint(), current);
    accepted.forEach(key -> byFingerprint.putIfAbsent(key.fingerprint(), key));
  }

  MasterKey current() {
    return current;
  }

  /** Those that only open. */
  Collection<MasterKey> accepted() {
    return byFingerprint.values().stream().filter(key -> key != current).toList();
  }

  /** How many keys are wrapped anew in one transaction. */
  int batch() {
    return byFingerprint.values().stream().mapToInt(MasterKey::batch).min().orElseThrow();
  }

  Collection<String> fingerprints() {
    return byFingerprint.keySet();
  }

  /** Who stores the result says so by {@link #IN_USE_AGAIN}. */
  byte[] wrap(KeyOwner owner, byte[] key) {
    return current.wrap(owner, key);
  }

  /**
   * @throws VaultUnavailable when another node has a master key that this one was not given yet
   */
  byte[] unwrap(KeyOwner owner, byte[] wrapped, String wrappedBy) {
    return known(wrappedBy).unwrap(owner, wrapped);
  }

  MasterKey known(String fingerprint) {
    MasterKey key = byFingerprint.get(fingerprint);
    if (key == null) {
      throw new VaultUnavailable(
          "this node does not hold the master key " + fingerprint + ", which is in use", null);
    }
    return key;
  }
}
