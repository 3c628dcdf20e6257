package za.lexohub.vault;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets that a master key has once begun and that stay the same when that one is replaced. */
final class DerivedSecrets {

  private record Wrapped(UUID id, byte[] key, String by) {}

  private final JdbcClient jdbc;
  private final MasterKeys keys;

  DerivedSecrets(JdbcClient jdbc, MasterKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** The secret of that purpose; begun by the oldest master key when nobody has asked yet. */
  byte[] of(String purpose) {
    String first =
        jdbc.sql("select fingerprint from master_key order by first_used limit 1")
            .query(String.class)
            .single();
    UUID id = UUID.randomUUID();
    boolean unknown =
        jdbc.sql("select not exists (select from derived_secret where name = ?)")
            .param(purpose)
            .query(Boolean.class)
            .single();
    if (unknown) {
      jdbc.sql(
              "insert into derived_secret (name, key_id, wrapped, wrapped_by) values (?, ?, ?, ?)"
                  + " on conflict do nothing")
          .params(
              purpose,
              id,
              keys.wrap(KeyOwner.secret(purpose, id), keys.known(first).firstSecret(purpose)),
              keys.current().fingerprint())
          .update();
      jdbc.sql(MasterKeys.IN_USE_AGAIN).param(keys.current().fingerprint()).update();
    }
    Wrapped secret =
        jdbc.sql("select key_id, wrapped, wrapped_by from derived_secret where name = ?")
            .param(purpose)
            .query(
                (row, n) ->
                    new Wrapped(row.getObject(1, UUID.class), row.getBytes(2), row.getString(3)))
            .single();
    return keys.unwrap(KeyOwner.secret(purpose, secret.id()), secret.key(), secret.by());
  }
}
