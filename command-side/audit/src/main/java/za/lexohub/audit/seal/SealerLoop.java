package za.lexohub.audit.seal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import za.lexohub.audit.checkpoint.AuditObjects;

/** Lets the sealer look again and again, from the start of the node to its stop. */
final class SealerLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SealerLoop.class);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

  private final Sealer sealer;
  private final SealState state;
  private final SealProperties properties;
  private @Nullable Thread thread;
  private volatile boolean running;

  SealerLoop(Sealer sealer, SealState state, SealProperties properties) {
    this.sealer = sealer;
    this.state = state;
    this.properties = properties;
  }

  @Override
  public boolean isAutoStartup() {
    return properties.enabled();
  }

  @Override
  public synchronized void start() {
    if (running) {
      return;
    }
    running = true;
    thread = Thread.ofPlatform().name("sealer").daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        Thread.sleep(look());
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Returns how long to rest. */
  private Duration look() {
    state.looked();
    try {
      sealer.look(state);
      return properties.look();
    } catch (Altered altered) {
      state.alarm(altered.finding());
      // The next full check is later; the lease is kept meanwhile.
      return properties.look();
    } catch (AuditObjects.Away away) {
      if (running) {
        state.waiting(String.valueOf(away.getMessage()));
      }
    } catch (TransientDataAccessException
        | RecoverableDataAccessException
        | DataAccessResourceFailureException
        | TransactionException e) {
      if (running) {
        state.waiting("the database does not answer (" + e.getClass().getSimpleName() + ")");
      }
    } catch (Throwable e) {
      // An Error, too: nobody would notice a thread that has ended.
      if (running) {
        log.error("Sealing failed; it is tried again", e);
        state.waiting("it failed: " + e.getClass().getName());
      }
    }
    return properties.look().multipliedBy(2);
  }

  /** What is under way is given a moment; whatever is left of it, the next holder completes. */
  @Override
  public synchronized void stop() {
    Thread stopping = thread;
    if (!running || stopping == null) {
      return;
    }
    running = false;
    stopping.interrupt();
    try {
      if (stopping.join(STOPS_WITHIN)) {
        sealer.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      log.info("The lease was not given back; another node takes over when it has run out");
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
