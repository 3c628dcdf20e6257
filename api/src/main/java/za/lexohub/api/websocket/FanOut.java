package za.lexohub.api.websocket;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.live.ChangeData;
import za.lexohub.query.live.EveryChange;
import za.lexohub.readmodels.live.Change;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.ConnectionGateway.Delivery;
import za.lexohub.sessions.Connections;

/**
 * Tells every open WebSocket the changes of its tenant, in order and at least once: the position
 * that is kept follows what was sent, so after a change of node some come again, and a client drops
 * positions that it has. One node at a time does it. A connection that takes nothing for a while is
 * closed; its client comes back and reads anew what it shows.
 *
 * <p>While the log or the table of connections cannot be read, changes come later; none is left
 * out.
 */
final class FanOut implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);
  private static final int BATCH = 500;
  private static final int TRIES = 3;
  private static final Duration PERIOD = Duration.ofMillis(200);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration KEPT_AT_MOST_EVERY = Duration.ofSeconds(1);

  /** A connection that was opened a moment ago may miss what happens within this time. */
  private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

  /** What a connection is told. */
  private record Told(String event, ChangeData data) {}

  private final EveryChange changes;
  private final Connections connections;
  private final ConnectionGateway gateway;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final LoadingCache<String, List<Connection>> known;

  private volatile @Nullable CountDownLatch stopping;
  private @Nullable Thread teller;

  /** The last position that was told; negative when this node does not tell. */
  private long position = -1;

  private long kept;
  private long keptAt;

  FanOut(EveryChange changes, Connections connections, ConnectionGateway gateway, Clock clock) {
    this.changes = changes;
    this.connections = connections;
    this.gateway = gateway;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
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
      return false;
    }
    if (position < 0) {
      position = connections.position().orElseGet(changes::head);
      kept = position;
    }
    List<Change> next;
    do {
      next = changes.after(position, BATCH);
      tell(next);
      if (!next.isEmpty()) {
        position = next.getLast().position();
      }
      keep();
    } while (next.size() == BATCH && stopping != null);
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

  /** Each connection on a thread of its own, in order; a slow one does not hold up the others. */
  private void tell(List<Change> next) {
    Map<Connection, List<Change>> letters = new LinkedHashMap<>();
    for (Change change : next) {
      for (Connection connection : known.get(change.tenant())) {
        if (wants(connection, change)) {
          letters.computeIfAbsent(connection, any -> new ArrayList<>()).add(change);
        }
      }
    }
    List<Thread> tellers =
        letters.entrySet().stream()
            .map(
                letter ->
                    Thread.ofVirtual()
                        .name("websocket-" + letter.getKey().id())
                        .start(() -> tell(letter.getKey(), letter.getValue())))
            .toList();
    try {
      for (Thread each : tellers) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("this node goes down", e);
    }
  }

  private boolean wants(Connection connection, Change change) {
    return connection.tenantId().equals(change.tenant())
        && clock.instant().isBefore(connection.expiresAt())
        && (connection.types().isEmpty() || connection.types().contains(change.type()));
  }

  private void tell(Connection connection, List<Change> letters) {
    for (Change change : letters) {
      String text = json.writeValueAsString(new Told("change", ChangeData.of(change)));
      Delivery delivery = patiently(connection.id(), text);
      if (delivery != Delivery.DELIVERED) {
        end(connection, delivery);
        return;
      }
    }
  }

  private Delivery patiently(String connection, String text) {
    Delivery delivery = gateway.post(connection, text);
    for (int tries = 1; delivery == Delivery.LATER && tries < TRIES; tries++) {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(50, 200) * tries);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return delivery;
      }
      delivery = gateway.post(connection, text);
    }
    return delivery;
  }

  private void end(Connection connection, Delivery delivery) {
    if (delivery == Delivery.LATER) {
      gateway.close(connection.id());
    }
    known.invalidate(connection.tenantId());
    try {
      connections.close(connection.id());
    } catch (RuntimeException away) {
      LOG.debug("connection {} stays in the table until it expires", connection.id());
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
