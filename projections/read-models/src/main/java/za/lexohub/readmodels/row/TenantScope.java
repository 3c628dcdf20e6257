package za.lexohub.readmodels.row;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.readmodels.together.Together;

/**
 * The only door to the read tables: work runs in a transaction (the caller's, when there is one)
 * that has named its tenant, so row-level security shows it that tenant's rows and no others.
 */
public final class TenantScope {

  private static final String TENANT = "lexohub.tenant";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TransactionTemplate writes;
  private final TransactionTemplate reads;
  private final TransactionTemplate snapshots;
  private final @Nullable String searchPath;

  public TenantScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.batches = new JdbcTemplate(dataSource(transactions));
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
    this.batches = other.batches;
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
    return reads.<T>execute(status -> named(TENANT, tenant, work));
  }

  /** Everything that is read within is of one moment, however long it takes. */
  public <T> T snapshot(String tenant, Function<JdbcClient, T> work) {
    return snapshots.<T>execute(status -> named(TENANT, tenant, work));
  }

  public <T> T write(String tenant, Function<JdbcClient, T> work) {
    return writes.<T>execute(status -> named(TENANT, tenant, work));
  }

  /** Now, or together with the other writes of a batch. */
  void write(RowChange change) {
    Together together = Together.current();
    if (together == null) {
      change.apply(this);
    } else {
      together.part(RowBatch.class, this, () -> new RowBatch(this, batches)).add(change);
    }
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
    Together together = Together.current();
    if (together == null) {
      name(setting, value);
      return work.apply(jdbc);
    }
    together.write();
    Named named = new Named(this, setting, value);
    if (!together.stands(named)) {
      name(setting, value);
      together.stand(named);
    }
    return work.apply(jdbc);
  }

  private void name(String setting, String value) {
    lookFirst();
    jdbc.sql("select set_config(?, ?, true)").params(setting, value).query(String.class).single();
  }

  private void lookFirst() {
    if (searchPath != null) {
      jdbc.sql("select set_config('search_path', ?, true)")
          .param(searchPath)
          .query(String.class)
          .single();
    }
  }

  private static DataSource dataSource(PlatformTransactionManager transactions) {
    if (transactions instanceof ResourceTransactionManager manager
        && manager.getResourceFactory() instanceof DataSource dataSource) {
      return dataSource;
    }
    throw new IllegalArgumentException("read tables are in one database: " + transactions);
  }

  /** What the rest of a transaction may see. */
  private record Named(TenantScope scope, String setting, String value) {}
}
