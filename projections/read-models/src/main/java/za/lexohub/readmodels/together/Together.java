package za.lexohub.readmodels.together;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is written in one transaction by one thread from {@link #begin} on: stores keep it back,
 * make one write of several, and send what is left at {@link #write}, many at a time. Until then a
 * read through the same door has it written first, so nobody sees the difference. {@link #undo}
 * takes everything back, and what comes after it is written as it comes.
 */
public final class Together {

  private static final ThreadLocal<@Nullable Together> CURRENT = new ThreadLocal<>();

  private final DataSource dataSource;
  private final Savepoint beginning;
  private final Map<Object, Part> parts = new LinkedHashMap<>();
  private boolean writing;
  private @Nullable Object standing;

  /** What one store keeps back. */
  public interface Part {

    /** Writes it and keeps nothing. */
    void write();
  }

  private Together(DataSource dataSource, Savepoint beginning) {
    this.dataSource = dataSource;
    this.beginning = beginning;
  }

  /** Whether this thread is in a transaction of this data source. */
  public static boolean isPossible(DataSource dataSource) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.hasResource(dataSource);
  }

  /**
   * From now on writes are kept back, until {@link #end} or {@link #undo}.
   *
   * @throws IllegalStateException when it has begun already, or there is no transaction
   */
  public static Together begin(DataSource dataSource) throws SQLException {
    if (CURRENT.get() != null || !isPossible(dataSource)) {
      throw new IllegalStateException("writes are kept back once, in a transaction");
    }
    Together together = new Together(dataSource, connection(dataSource).setSavepoint());
    CURRENT.set(together);
    return together;
  }

  /** Whatever keeps back the writes of this thread now. */
  public static @Nullable Together current() {
    return CURRENT.get();
  }

  /** What somebody keeps back, made when it is the first time. */
  public <P extends Part> P part(Class<P> type, Object owner, Supplier<P> made) {
    return type.cast(parts.computeIfAbsent(owner, key -> made.get()));
  }

  /** Writes all that was kept back so far. A failure of SQL leaves nothing to do but undo. */
  public void write() {
    if (writing) {
      return;
    }
    writing = true;
    try {
      List.copyOf(parts.values()).forEach(Part::write);
    } finally {
      writing = false;
    }
  }

  /** Whether this, and nothing else, was said of the transaction last. */
  public boolean stands(Object what) {
    return what.equals(standing);
  }

  /** Something was set for the rest of the transaction, in the place of what was set before. */
  public void stand(@Nullable Object what) {
    standing = what;
  }

  /** Nothing is kept back any more; what was not written is forgotten. It may come again. */
  public void end() {
    parts.clear();
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
  }

  /**
   * Ends it, and takes back what was written in SQL since the beginning.
   *
   * @throws SQLException when the connection is lost, and the transaction with it
   */
  public void undo() throws SQLException {
    end();
    connection(dataSource).rollback(beginning);
    if (TransactionSynchronizationManager.getResource(dataSource)
        instanceof ConnectionHolder held) {
      // A write within that failed has condemned the transaction; it is as it was before.
      held.resetRollbackOnly();
    }
  }

  /** The transaction's own, which nobody has to give back. */
  private static Connection connection(DataSource dataSource) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    DataSourceUtils.releaseConnection(connection, dataSource);
    return connection;
  }
}
