package za.lexohub.audit.checkpoint;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The changes of keys in PostgreSQL. */
public final class KeyChanges {

  private final JdbcClient jdbc;

  public KeyChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds one, if this holder still has the lease and no other was added meanwhile.
   *
   * @param newest what has to be the size of the newest checkpoint; null for one that was found in
   *     the store
   */
  public boolean add(String holder, long epoch, KeyChange change, @Nullable Long newest) {
    return jdbc.sql("select record_key_change(?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            holder,
            epoch,
            change.number(),
            newest,
            change.after(),
            change.oldKey(),
            change.newKey(),
            change.note())
        .query(Boolean.class)
        .single();
  }
}
