package za.lexohub.api.websocket;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import za.lexohub.api.websocket.SocketPost.Letter;
import za.lexohub.api.websocket.SocketPost.Outcome;
import za.lexohub.query.live.EveryChange;
import za.lexohub.readmodels.live.Change;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.Connections;

/**
 * Tells every open WebSocket the changes of its tenant, in order and at least once: the position
 * that is kept follows what was sent, so after a change of node some come again, and a client drops
 * positions that it has. One node at a time does it. A connection that takes nothing for a while is
 * closed; its client comes back and resumes. One whose session has ended is closed too. Who has
 * just come, or is slower than the time of a round allows, is told first what came since ({@link
 * Latecomers}).
 *
 * <p>While the log or the table of connections cannot be read, or a connection can neither be told
 * nor closed, changes come later; none is left out.
 */
final class FanOut implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);
  private static final int BATCH = 500;
  private static final Duration PERIOD = Duration.ofMillis(200);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration KEPT_AT_MOST_EVERY = Duration.ofSeconds(1);

  /** How long a list of connections is believed; those it does not show yet are latecomers. */
  static final Duration KNOWN_FOR = Duration.ofSeconds(2);

  /** The most of a round that one connection takes from all others, but for the call under way. */
  static final Duration TIME_PER_ROUND = Duration.ofSeconds(10);

  /** A connection did not take a change, and is not known to have ended. */
  private static final class StillOpen extends RuntimeException {
    StillOpen(int connections) {
      super(connections + " connections could be neither told nor closed");
    }
  }

  private final EveryChange changes;
  private final Connections connections;
  private final SocketPost post;
  private final Latecomers latecomers;
  private final Clock clock;
  private final LoadingCache<String, List<Connection>> known;

  /** How far connections are beyond the position, so that a round that failed repeats nothing. */
  private final Map<String, Long> ahead = new ConcurrentHashMap<>();

  private volatile @Nullable CountDownLatch stopping;
  private @Nullable Thread teller;

  /** The last position that was told; negative when this node does not tell. */
  private long position = -1;

  private long kept;
  private long keptAt;

  FanOut(
      EveryChange changes,
      Connections connections,
      SocketSessions sessions,
      ConnectionGateway gateway,
      Clock clock) {
    this.changes = changes;
    this.connections = connections;
    this.post = new SocketPost(connections, sessions, gateway, clock);
    this.latecomers = new Latecomers(changes, connections, post, clock);
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build(connections::ofTenant);
  }

  private void run(CountDownLatch stop) {
    boolean failing = false;
    Duration pause = PERIOD;
    try {
      while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          pause = round() ? PERIOD : REST;
          failing = false;
        } catch (RuntimeException e) {
          if (!failing) {
            LOG.warn("WebSockets cannot be told now; changes come later", e);
          }
          failing = true;
          pause = REST;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      changes.leave();
    }
  }

  /** Tells what there is; false when it is another node's turn. */
  boolean round() {
    if (!changes.isMine()) {
      position = -1;
      ahead.clear();
      latecomers.leave();
      return false;
    }
    if (position < 0) {
      position = connections.position().orElseGet(changes::head);
      kept = position;
    }
    try {
      List<Change> next;
      do {
        next = changes.after(position, BATCH);
        tell(next);
        ahead.clear();
        if (!next.isEmpty()) {
          position = next.getLast().position();
        }
        keep();
      } while (next.size() == BATCH && stopping != null);
      latecomers.goOn(position);
      latecomers.settle(known::get);
      latecomers.tidy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("this node goes down", e);
    }
    return true;
  }

  private void keep() {
    long now = clock.millis();
    if (position != kept && now - keptAt >= KEPT_AT_MOST_EVERY.toMillis()) {
      connections.position(position);
      kept = position;
      keptAt = now;
    }
  }

  /**
   * Each connection on a thread of its own, in order; one that is slow holds up a round for {@link
   * #TIME_PER_ROUND}.
   */
  private void tell(List<Change> next) throws InterruptedException {
    Map<String, Collection<Connection>> listening = listening(next);
    // After the lists: whoever is in one and has not been said hello is found by its note.
    latecomers.look();
    Map<Connection, List<Letter>> letters = new LinkedHashMap<>();
    for (Change change : next) {
      for (Connection connection : listening.getOrDefault(change.tenant(), List.of())) {
        if (wants(connection, change)) {
          letters.computeIfAbsent(connection, any -> new ArrayList<>()).add(Letter.of(change));
        }
      }
    }
    AtomicInteger open = new AtomicInteger();
    List<Thread> tellers =
        letters.entrySet().stream()
            .map(
                letter ->
                    Thread.ofVirtual()
                        .name("websocket-" + letter.getKey().id())
                        .start(
                            () -> {
                              if (!told(letter.getKey(), letter.getValue())) {
                                open.incrementAndGet();
                              }
                            }))
            .toList();
    for (Thread each : tellers) {
      each.join();
    }
    if (open.get() > 0) {
      throw new StillOpen(open.get());
    }
  }

  /** By tenant, each connection once. */
  private Map<String, Collection<Connection>> listening(List<Change> next) {
    Map<String, Collection<Connection>> listening = new HashMap<>();
    for (Change change : next) {
      listening.computeIfAbsent(
          change.tenant(),
          tenant -> {
            Map<String, Connection> each = new LinkedHashMap<>();
            latecomers.caughtUp(tenant).forEach(it -> each.put(it.id(), it));
            known.get(tenant).forEach(it -> each.put(it.id(), it));
            return each.values();
          });
    }
    return listening;
  }

  private boolean wants(Connection connection, Change change) {
    return connection.tenantId().equals(change.tenant())
        && change.position() > ahead.getOrDefault(connection.id(), 0L)
        && clock.instant().isBefore(connection.expiresAt())
        && (connection.types().isEmpty() || connection.types().contains(change.type()))
        && !latecomers.isBehind(connection);
  }

  /** False when the connection lacks one of them and is still open, as far as anybody knows. */
  private boolean told(Connection connection, List<Letter> letters) {
    Outcome outcome =
        post.tell(connection, letters, false, position -> ahead.put(connection.id(), position));
    if (outcome == Outcome.FORGOTTEN) {
      known.invalidate(connection.tenantId());
      latecomers.forget(connection);
    }
    if (outcome == Outcome.MORE) {
      return isLeftBehind(connection);
    }
    return outcome != Outcome.LACKING;
  }

  /** False when that could not be noted: then the others wait for it, and nothing is missed. */
  private boolean isLeftBehind(Connection connection) {
    try {
      latecomers.leaveBehind(connection, ahead.getOrDefault(connection.id(), position));
      return true;
    } catch (RuntimeException later) {
      LOG.debug("connection {} cannot be left behind now", connection.id(), later);
      return false;
    }
  }

  @Override
  public synchronized void start() {
    if (stopping == null) {
      CountDownLatch stop = new CountDownLatch(1);
      stopping = stop;
      teller = Thread.ofPlatform().daemon().name("websocket-fan-out").start(() -> run(stop));
    }
  }

  @Override
  public synchronized void stop() {
    CountDownLatch stop = stopping;
    Thread thread = teller;
    stopping = null;
    teller = null;
    if (stop != null && thread != null) {
      stop.countDown();
      try {
        thread.join(REST.multipliedBy(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return stopping != null;
  }

  /** Stops before the connection pool does. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
