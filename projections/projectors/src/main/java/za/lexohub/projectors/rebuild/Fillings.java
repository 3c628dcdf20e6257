package za.lexohub.projectors.rebuild;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Rebuild.Beside;
import za.lexohub.readmodels.rebuild.Rebuild.Cause;
import za.lexohub.readmodels.rebuild.Rebuild.State;
import za.lexohub.readmodels.rebuild.RebuildRows;

/**
 * Fills on this node whatever the database says is to be filled. Looks twice a second, so a node
 * that was restarted goes on where the last one was, and a rebuild that was begun, promoted or
 * discarded on another node is followed here.
 */
final class Fillings implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Fillings.class);
  private static final long PERIOD_MILLIS = 500;

  private final Map<String, SqlReadModel> models;
  private final RebuildRows rebuilds;
  private final PublishedPositions published;
  private final TransactionTemplate transactions;
  private final Workshop workshop;
  private final Map<String, Filling> running = new HashMap<>();
  private final Set<String> held = new HashSet<>();
  private boolean failing;
  private @Nullable ScheduledExecutorService timer;

  Fillings(
      List<SqlReadModel> models,
      RebuildRows rebuilds,
      PublishedPositions published,
      TransactionTemplate transactions,
      Workshop workshop) {
    this.models =
        models.stream().collect(Collectors.toMap(SqlReadModel::group, Function.identity()));
    this.rebuilds = rebuilds;
    this.published = published;
    this.transactions = transactions;
    this.workshop = workshop;
  }

  @Override
  public synchronized void start() {
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("rebuilds").factory());
      timer.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
    running.values().forEach(Filling::stop);
    running.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  /** Stops before the processors and the connection pool do. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  /** Nothing is filled for this group here until it is let go. */
  synchronized void hold(String group) {
    held.add(group);
    Filling filling = running.remove(group);
    if (filling != null) {
      filling.stop();
    }
  }

  synchronized void letGo(String group) {
    held.remove(group);
  }

  void look() {
    try {
      follow(rebuilds.all());
      for (Filling filling : poisoned()) {
        filling.poison().ifPresent(cause -> end(filling.rebuild(), cause));
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("It cannot be seen now what is to be rebuilt", e);
      }
      failing = true;
    }
  }

  private synchronized void follow(List<Rebuild> wanted) {
    if (timer == null) {
      return;
    }
    Map<String, Rebuild> byGroup =
        wanted.stream().collect(Collectors.toMap(Rebuild::group, Function.identity()));
    running
        .entrySet()
        .removeIf(
            entry -> {
              Rebuild now = byGroup.get(entry.getKey());
              boolean over = now == null || !entry.getValue().isOf(now);
              if (over) {
                entry.getValue().stop();
              }
              return over;
            });
    for (Rebuild rebuild : wanted) {
      Beside beside = rebuild.state().beside();
      SqlReadModel model = models.get(rebuild.group());
      if (beside != null
          && model != null
          && !held.contains(rebuild.group())
          && !running.containsKey(rebuild.group())) {
        Filling filling = new Filling(model, rebuild, beside, workshop);
        filling.start();
        running.put(rebuild.group(), filling);
      }
    }
    running.values().forEach(filling -> filling.tell(published));
  }

  private synchronized List<Filling> poisoned() {
    return running.values().stream().filter(filling -> filling.poison().isPresent()).toList();
  }

  /** What lacks an event is of no use, and would keep what the next erasure cannot reach. */
  private void end(Rebuild rebuild, Cause cause) {
    String group = rebuild.group();
    hold(group);
    try {
      transactions.executeWithoutResult(
          status ->
              rebuilds
                  .hold(group)
                  .filter(now -> now.version() == rebuild.version())
                  .filter(now -> now.state().beside() == rebuild.state().beside())
                  .ifPresent(
                      now -> {
                        State state =
                            now.state() == State.PROMOTED ? State.DISCARDED : State.FAILED;
                        rebuilds.end(group, state, cause);
                        LOG.error(
                            "version {} of {} beside what is read has ended at position {}: {}",
                            now.version(),
                            group,
                            cause.position(),
                            cause.message());
                      }));
    } finally {
      letGo(group);
    }
  }
}
