package za.lexohub.readmodels.row;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the read tables: work runs in a transaction (the caller's, when there is one)
 * that has named its tenant, so row-level security shows it that tenant's rows and no others.
 */
public final class TenantScope {

  private final JdbcClient jdbc;
  private final TransactionTemplate writes;
  private final TransactionTemplate reads;
  private final TransactionTemplate snapshots;
  private final @Nullable String searchPath;

  public TenantScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.writes = new TransactionTemplate(transactions);
    this.reads = new TransactionTemplate(transactions);
    this.reads.setReadOnly(true);
    this.snapshots = new TransactionTemplate(transactions);
    this.snapshots.setReadOnly(true);
    this.snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.searchPath = null;
  }

  private TenantScope(TenantScope other, String searchPath) {
    this.jdbc = other.jdbc;
    this.writes = other.writes;
    this.reads = other.reads;
    this.snapshots = other.snapshots;
    this.searchPath = searchPath;
  }

  /**
   * The same door to the version of the tables that another schema has. A transaction that went
   * through it goes through no other.
   */
  public TenantScope in(String schema) {
    return new TenantScope(this, schema + ", public");
  }

  public <T> T read(String tenant, Function<JdbcClient, T> work) {
    return reads.<T>execute(status -> named("lexohub.tenant", tenant, work));
  }

  /** Everything that is read within is of one moment, however long it takes. */
  public <T> T snapshot(String tenant, Function<JdbcClient, T> work) {
    return snapshots.<T>execute(status -> named("lexohub.tenant", tenant, work));
  }

  public <T> T write(String tenant, Function<JdbcClient, T> work) {
    return writes.<T>execute(status -> named("lexohub.tenant", tenant, work));
  }

  /** For the one question that comes before a tenant is known; see the table's own policy. */
  public <T> T readNaming(String setting, String value, Function<JdbcClient, T> work) {
    return reads.<T>execute(status -> named(setting, value, work));
  }

  /** Empties tables, for every tenant. */
  public void truncate(String... tables) {
    writes.executeWithoutResult(
        status -> {
          lookFirst();
          jdbc.sql("truncate table " + String.join(", ", tables)).update();
        });
  }

  private <T> T named(String setting, String value, Function<JdbcClient, T> work) {
    lookFirst();
    jdbc.sql("select set_config(?, ?, true)").params(setting, value).query(String.class).single();
    return work.apply(jdbc);
  }

  private void lookFirst() {
    if (searchPath != null) {
      jdbc.sql("select set_config('search_path', ?, true)")
          .param(searchPath)
          .query(String.class)
          .single();
    }
  }
}
