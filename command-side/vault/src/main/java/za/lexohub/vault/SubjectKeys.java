package za.lexohub.vault;

import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/** The wrapped keys in PostgreSQL. */
class SubjectKeys {

  /** A key with its id. */
  record SubjectKey(UUID id, SecretKey secret) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final MasterKey masterKey;

  SubjectKeys(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKey masterKey) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The subject's live key, made when there is none; durable, whatever the caller's transaction
   * does.
   */
  SubjectKey liveOrNew(TenantId tenant, UUID subjectId) {
    return reachable(
        () ->
            ownTransaction.execute(
                status -> {
                  Optional<SubjectKey> live = live(tenant, subjectId);
                  if (live.isPresent()) {
                    return live.get();
                  }
                  UUID id = UUID.randomUUID();
                  jdbc.sql(
                          "insert into subject_key (key_id, tenant_id, subject_id, wrapped_key)"
                              + " values (?, ?, ?, ?) on conflict do nothing")
                      .params(
                          id,
                          tenant.value(),
                          subjectId,
                          masterKey.wrap(id, AesGcm.random(AesGcm.KEY_BYTES)))
                      .update();
                  // Somebody else's, when that was faster.
                  return live(tenant, subjectId).orElseThrow();
                }));
  }

  private Optional<SubjectKey> live(TenantId tenant, UUID subjectId) {
    return jdbc.sql(
            "select key_id, wrapped_key from subject_key"
                + " where tenant_id = ? and subject_id = ? and destroyed_at is null")
        .params(tenant.value(), subjectId)
        .query((row, n) -> unwrapped(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  /** The key of that id, or empty when it was destroyed or never was this tenant's. */
  Optional<SubjectKey> find(TenantId tenant, UUID keyId) {
    return reachable(
        () ->
            jdbc.sql(
                    "select wrapped_key from subject_key"
                        + " where key_id = ? and tenant_id = ? and wrapped_key is not null")
                .params(keyId, tenant.value())
                .query((row, n) -> unwrapped(keyId, row.getBytes(1)))
                .optional());
  }

  /** Refuses to start on keys that another master key has wrapped. */
  void requireSameMasterKey() {
    jdbc.sql(
            "insert into master_key (fingerprint) select ? where not exists (select from"
                + " master_key)")
        .param(masterKey.fingerprint())
        .update();
    boolean known =
        jdbc.sql("select exists (select from master_key where fingerprint = ?)")
            .param(masterKey.fingerprint())
            .query(Boolean.class)
            .single();
    if (!known) {
      throw new IllegalStateException(
          "The master key does not belong to this database: what it sealed could not be opened."
              + " Restore the key file that was in use, or point lexohub.keys.directory at it.");
    }
  }

  private SubjectKey unwrapped(UUID id, byte[] wrapped) {
    return new SubjectKey(id, new SecretKeySpec(masterKey.unwrap(id, wrapped), "AES"));
  }

  private static <T> T reachable(java.util.function.Supplier<T> access) {
    try {
      return access.get();
    } catch (DataAccessException | TransactionException e) {
      throw new VaultUnavailable("the keys of personal data cannot be reached", e);
    }
  }
}
