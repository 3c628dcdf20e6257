package za.lexohub.api.problem;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.VersionConflict;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.serialization.UnreadableEvent;

/** What an exception means, whatever it was wrapped in on its way here. */
public final class Causes {
  /** SQL state classes: connection, rollback, resources, locks, operator intervention. */
  private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "55", "57");

  /** The server is a standby by now: the writer is elsewhere. */
  private static final String READ_ONLY = "25006";

  private static final int MAX_DEPTH = 20;

  /** The refusal inside wrappers of the command bus or of a future, or the exception itself. */
  public static Throwable meaningful(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < MAX_DEPTH && isWrapper(cause); depth++) {
      Throwable next = cause.getCause();
      if (next == null) {
        break;
      }
      cause = next;
    }
    Throwable decision = find(cause);
    return decision == null ? cause : decision;
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof CommandExecutionException
        || thrown instanceof CompletionException
        || thrown instanceof ExecutionException;
  }

  private static @Nullable Throwable find(Throwable thrown) {
    if (thrown instanceof HttpMessageNotReadableException) {
      return null;
    }
    Throwable cause = thrown;
    for (int depth = 0; depth < MAX_DEPTH && cause != null; depth++) {
      if (cause instanceof RuleViolated
          || cause instanceof NotFound
          || cause instanceof VersionConflict
          || cause instanceof UnreadableEvent
          || cause instanceof CommandLedger.TooLarge
          || cause instanceof Refusal) {
        return cause;
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** Whether a command is refused in a way in which a repeat of one that succeeded can be. */
  public static boolean mayFollowItsOwnSuccess(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < MAX_DEPTH && cause != null; depth++) {
      if (cause instanceof CommandLedger.KeyTaken
          || cause instanceof RuleViolated
          || cause instanceof VersionConflict
          || cause instanceof NotFound
          || cause instanceof AggregateNotFoundException
          || cause instanceof ConcurrencyException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** A database or another part is away; the same request may work later. */
  static boolean isUnreachable(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < MAX_DEPTH && cause != null; depth++) {
      if (cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException
          || cause instanceof ConnectException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof TimeoutException
          || cause instanceof LockAcquisitionFailedException
          || (cause instanceof SQLException sql && isPassing(sql))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isPassing(SQLException sql) {
    String state = sql.getSQLState();
    return state != null
        && state.length() == 5
        && (state.equals(READ_ONLY) || PASSING_STATES.contains(state.substring(0, 2)));
  }

  private Causes() {}
}
