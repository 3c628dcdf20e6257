package za.lexohub.vault;

/** A key outside the database that wraps the subjects' keys. */
interface MasterKey {

  /** Tells one master key from another and gives nothing of it away. */
  String fingerprint();

  /**
   * @param key of 32 bytes
   * @throws za.lexohub.messages.party.PersonalDataVault.VaultUnavailable when whoever has the
   *     master key does not answer, or not now
   */
  byte[] wrap(KeyOwner owner, byte[] key);

  /**
   * @param owner as it was wrapped for
   * @throws IllegalArgumentException when it was altered, or was wrapped for somebody else
   * @throws za.lexohub.messages.party.PersonalDataVault.VaultUnavailable when whoever has the
   *     master key does not answer, or not now
   */
  byte[] unwrap(KeyOwner owner, byte[] wrapped);

  /** The 32 bytes that a database whose first master key this is begins with for a purpose. */
  default byte[] firstSecret(String purpose) {
    return AesGcm.random(AesGcm.KEY_BYTES);
  }

  /** How many keys are wrapped anew in one transaction, which holds their rows that long. */
  default int batch() {
    return 500;
  }
}
