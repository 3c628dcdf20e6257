package za.lexohub.projectors.rebuild;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.processing.PassingFailure;
import za.lexohub.readmodels.row.TenantScope;

/**
 * What a version beside is filled with and from. The suppliers are first asked when there is
 * something to fill, after everything is wired.
 *
 * @param passing what the parts say of their own failures
 * @param dataSource of the transactions
 * @param batchSize events in one transaction
 */
record Workshop(
    Supplier<EventStore> log,
    Supplier<TokenStore> tokens,
    Supplier<TransactionManager> transactions,
    Supplier<List<PassingFailure>> passing,
    TenantScope scope,
    DataSource dataSource,
    int batchSize) {

  /** Classes of SQL states that pass by themselves: lines, resources, locks, administrators. */
  private static final List<String> PASSING_STATES = List.of("08", "40", "53", "55", "57");

  private static final String STANDBY = "25006";

  /** Whether the same event may be applied when it is tried again. */
  boolean mayPass(Throwable failure) {
    List<PassingFailure> known = passing.get();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Throwable one = t;
      if (isPassingIo(one) || known.stream().anyMatch(k -> k.mayPass(one))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassingIo(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLException sql && isPassing(sql.getSQLState());
  }

  private static boolean isPassing(String state) {
    return state != null
        && (state.equals(STANDBY) || PASSING_STATES.stream().anyMatch(state::startsWith));
  }
}
