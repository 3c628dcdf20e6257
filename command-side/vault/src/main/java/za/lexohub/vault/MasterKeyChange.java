package za.lexohub.vault;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/**
 * Puts one master key in the place of another: what others have wrapped is wrapped anew under the
 * current one, a batch per transaction, so it may be stopped and goes on at the next start. Nodes
 * share the work; while it lasts, both keys are needed. A key that wraps nothing any more is
 * retired: alone it is refused at the start. So is every node that lacks a key which still wraps
 * something, as one does that a node not restarted since has gone on using.
 */
final class MasterKeyChange {

  private static final Logger log = LoggerFactory.getLogger(MasterKeyChange.class);

  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final MasterKeys keys;
  private final Duration tryAgain;

  private record Wrapped(KeyOwner owner, byte[] key, String by) {}

  MasterKeyChange(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys keys) {
    this(jdbc, transactions, keys, TRY_AGAIN);
  }

  MasterKeyChange(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      MasterKeys keys,
      Duration tryAgain) {
    this.jdbc = jdbc;
    this.tryAgain = tryAgain;
    this.transaction = new TransactionTemplate(transactions);
    this.keys = keys;
  }

  /** Refuses to start on keys that a master key not held has wrapped; lets a successor in. */
  void requireSameMasterKey() {
    String current = keys.current().fingerprint();
    jdbc.sql(
            "insert into master_key (fingerprint) select ? where not exists (select from"
                + " master_key)")
        .param(current)
        .update();
    List<String> inUse =
        jdbc.sql("select fingerprint from master_key where retired_at is null")
            .query(String.class)
            .list();
    if (inUse.stream().noneMatch(keys.fingerprints()::contains)) {
      throw new IllegalStateException(
          "The master key does not belong to this database: what it sealed could not be opened."
              + " Restore the key file that was in use, or point lexohub.keys.directory at it, or"
              + " lexohub.kms.master-key at the key.");
    }
    List<String> missing = wrappingButNotHeld();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The master key "
              + String.join(", ", missing)
              + " still wraps keys of this database and is not held here: put its file beside"
              + " master.key as master-<name>.key, or its ARN into"
              + " lexohub.kms.accepted-master-keys, and start again.");
    }
    if (!inUse.contains(current)) {
      jdbc.sql(
              "insert into master_key (fingerprint) values (?)"
                  + " on conflict (fingerprint) do update set retired_at = null")
          .param(current)
          .update();
    }
  }

  /** Every fingerprint a key is wrapped by has its row in {@code master_key}, retired or not. */
  private List<String> wrappingButNotHeld() {
    return jdbc.sql(
            "select fingerprint from master_key m where fingerprint <> all(?)"
                + " and (exists (select from subject_key k"
                + " where k.wrapped_by = m.fingerprint and k.wrapped_key is not null)"
                + " or exists (select from derived_secret d where d.wrapped_by = m.fingerprint))"
                + " order by first_used")
        .param(keys.fingerprints().toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /**
   * Does {@link #run} until it is done, however long who has the master keys or the database is
   * away. What another node had locked counts as done only once it is: that node may have died, or
   * may not be allowed to wrap.
   *
   * @param first done before
   */
  void untilDone(Runnable first) {
    while (true) {
      try {
        first.run();
        run();
        if (isDone()) {
          return;
        }
      } catch (VaultUnavailable | DataAccessException | TransactionException e) {
        log.warn("Keys could not be wrapped anew; it is tried again", e);
      }
      try {
        Thread.sleep(tryAgain);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isDone() {
    return jdbc.sql(
            "select not exists (select from subject_key"
                + " where wrapped_key is not null and wrapped_by = any(?))"
                + " and not exists (select from derived_secret where wrapped_by = any(?))")
        .params(accepted(), accepted())
        .query(Boolean.class)
        .single();
  }

  /** What they have wrapped is to be wrapped anew. */
  private String[] accepted() {
    return keys.accepted().stream().map(MasterKey::fingerprint).toArray(String[]::new);
  }

  /** Wraps the rest anew. Returns how many keys were. */
  int run() {
    int total = 0;
    int done;
    do {
      Integer batch = transaction.execute(status -> batch());
      done = batch == null ? 0 : batch;
      total += done;
    } while (done > 0);
    int retired = transaction.execute(status -> retire());
    if (total > 0 || retired > 0) {
      log.info(
          "{} keys were wrapped anew under the master key {}; {} old master keys wrap nothing any"
              + " more and are retired: take their files away only once every node has been"
              + " restarted with the new key",
          total,
          keys.current().fingerprint(),
          retired);
    }
    return total;
  }

  private int batch() {
    String current = keys.current().fingerprint();
    String[] held = accepted();
    List<Wrapped> old =
        jdbc.sql(
                "select key_id, wrapped_key, wrapped_by, tenant_id, subject_id"
                    + " from subject_key"
                    + " where wrapped_key is not null and wrapped_by = any(?)"
                    + " limit "
                    + keys.batch()
                    + " for update skip locked")
            .param(held)
            .query(
                (row, n) ->
                    new Wrapped(
                        KeyOwner.subject(
                            new TenantId(row.getString(4)),
                            row.getObject(5, UUID.class),
                            row.getObject(1, UUID.class)),
                        row.getBytes(2),
                        row.getString(3)))
            .list();
    for (Wrapped key : old) {
      jdbc.sql("update subject_key set wrapped_key = ?, wrapped_by = ? where key_id = ?")
          .params(rewrapped(key), current, key.owner().keyId())
          .update();
    }
    return old.size() + secrets(current, held);
  }

  private int secrets(String current, String[] held) {
    List<Wrapped> old =
        jdbc.sql(
                "select key_id, wrapped, wrapped_by, name from derived_secret"
                    + " where wrapped_by = any(?)"
                    + " for update skip locked")
            .param(held)
            .query(
                (row, n) ->
                    new Wrapped(
                        KeyOwner.secret(row.getString(4), row.getObject(1, UUID.class)),
                        row.getBytes(2),
                        row.getString(3)))
            .list();
    for (Wrapped secret : old) {
      jdbc.sql("update derived_secret set wrapped = ?, wrapped_by = ? where key_id = ?")
          .params(rewrapped(secret), current, secret.owner().keyId())
          .update();
    }
    return old.size();
  }

  private byte[] rewrapped(Wrapped key) {
    return keys.wrap(key.owner(), keys.unwrap(key.owner(), key.key(), key.by()));
  }

  private int retire() {
    return jdbc.sql(
            "update master_key m set retired_at = clock_timestamp()"
                + " where fingerprint <> ? and retired_at is null"
                + " and not exists (select from subject_key k"
                + " where k.wrapped_by = m.fingerprint and k.wrapped_key is not null)"
                + " and not exists (select from derived_secret d"
                + " where d.wrapped_by = m.fingerprint)")
        .param(keys.current().fingerprint())
        .update();
  }
}
