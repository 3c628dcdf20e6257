package za.lexohub.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/** The wrapped keys in PostgreSQL: one row per subject, for ever, and without a key once erased. */
class SubjectKeys {

  /** A key with its id. */
  record SubjectKey(UUID id, SecretKey secret) {}

  private record Row(
      UUID id, UUID subject, byte @Nullable [] wrapped, @Nullable String wrappedBy) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final MasterKeys masterKeys;

  SubjectKeys(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
    this.jdbc = jdbc;
    this.masterKeys = masterKeys;
    ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The subject's key, made when there is none; durable, whatever the caller's transaction does.
   *
   * @throws RuleViolated {@link Rule#PERSONAL_DATA_ERASED}
   */
  SubjectKey liveOrNew(TenantId tenant, UUID subjectId) {
    return reachable(
        () -> {
          Optional<Row> known = ownTransaction.execute(status -> row(tenant, subjectId));
          return live(tenant, known.isPresent() ? known.get() : made(tenant, subjectId));
        });
  }

  /** Wrapped before there is a transaction: who has the master key may take his time. */
  private Row made(TenantId tenant, UUID subjectId) {
    UUID id = UUID.randomUUID();
    byte[] wrapped =
        masterKeys.wrap(KeyOwner.subject(tenant, subjectId, id), AesGcm.random(AesGcm.KEY_BYTES));
    return ownTransaction.execute(
        status -> {
          jdbc.sql(
                  "insert into subject_key"
                      + " (key_id, tenant_id, subject_id, wrapped_key, wrapped_by)"
                      + " values (?, ?, ?, ?, ?) on conflict do nothing")
              .params(id, tenant.value(), subjectId, wrapped, masterKeys.current().fingerprint())
              .update();
          jdbc.sql(MasterKeys.IN_USE_AGAIN).param(masterKeys.current().fingerprint()).update();
          // Somebody else's, when that was faster.
          return row(tenant, subjectId).orElseThrow();
        });
  }

  private Optional<Row> row(TenantId tenant, UUID subjectId) {
    return jdbc.sql(
            "select key_id, subject_id, wrapped_key, wrapped_by from subject_key"
                + " where tenant_id = ? and subject_id = ?")
        .params(tenant.value(), subjectId)
        .query(SubjectKeys::row)
        .optional();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBytes(3),
        row.getString(4));
  }

  private SubjectKey live(TenantId tenant, Row row) {
    if (row.wrapped() == null || row.wrappedBy() == null) {
      throw new RuleViolated(
          Rule.PERSONAL_DATA_ERASED,
          "the personal data of this file is erased and is not written down again");
    }
    return unwrapped(tenant, row, row.wrapped(), row.wrappedBy());
  }

  /** The key of that id, or empty when it was destroyed or never was this tenant's. */
  Optional<SubjectKey> find(TenantId tenant, UUID keyId) {
    return reachable(
        () ->
            jdbc.sql(
                    "select key_id, subject_id, wrapped_key, wrapped_by from subject_key"
                        + " where key_id = ? and tenant_id = ? and wrapped_key is not null")
                .params(keyId, tenant.value())
                .query(SubjectKeys::row)
                .optional()
                .map(row -> live(tenant, row)));
  }

  /**
   * Takes the keys out of their rows.
   *
   * @return whether all of them were taken out longer ago than {@code remembered}
   */
  boolean destroy(TenantId tenant, Collection<UUID> subjectIds, Duration remembered) {
    UUID[] subjects = subjectIds.stream().distinct().sorted().toArray(UUID[]::new);
    return reachable(
        () ->
            ownTransaction.execute(
                status -> {
                  jdbc.sql(
                          "insert into subject_key"
                              + " (key_id, tenant_id, subject_id, wrapped_key, destroyed_at)"
                              + " select gen_random_uuid(), ?, s, null, clock_timestamp()"
                              + " from unnest(?) s order by s"
                              + " on conflict (tenant_id, subject_id) do update"
                              + " set wrapped_key = null, wrapped_by = null,"
                              + " destroyed_at = clock_timestamp()"
                              + " where subject_key.destroyed_at is null")
                      .params(tenant.value(), subjects)
                      .update();
                  return jdbc.sql(
                          "select coalesce(bool_and(destroyed_at < clock_timestamp()"
                              + " - ? * interval '1 millisecond'), true) from subject_key"
                              + " where tenant_id = ? and subject_id = any(?)")
                      .params(remembered.toMillis(), tenant.value(), subjects)
                      .query(Boolean.class)
                      .single();
                }));
  }

  private SubjectKey unwrapped(TenantId tenant, Row row, byte[] wrapped, String wrappedBy) {
    KeyOwner owner = KeyOwner.subject(tenant, row.subject(), row.id());
    return new SubjectKey(
        row.id(), new SecretKeySpec(masterKeys.unwrap(owner, wrapped, wrappedBy), "AES"));
  }

  static <T> T reachable(Supplier<T> access) {
    try {
      return access.get();
    } catch (DataAccessException | TransactionException e) {
      throw new VaultUnavailable("the keys of personal data cannot be reached", e);
    }
  }
}
