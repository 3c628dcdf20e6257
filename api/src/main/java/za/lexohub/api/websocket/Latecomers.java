package za.lexohub.api.websocket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.api.websocket.SocketPost.Letter;
import za.lexohub.api.websocket.SocketPost.Outcome;
import za.lexohub.api.websocket.SocketPost.Reason;
import za.lexohub.query.live.EveryChange;
import za.lexohub.readmodels.live.Change;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.Connections;
import za.lexohub.sessions.Resume;

/**
 * Connections that are to be told what they missed before anything newer: those that were opened a
 * moment ago, those whose client has come back, and those that are slow. Each is said hello with
 * the position it begins after, then what came since, then it goes on with the others; its note is
 * kept until the list of its tenant's connections shows it, so that a node that takes over begins
 * with it again. Who is slow was said hello before.
 *
 * <p>For one thread, which gives each connection one of its own.
 */
final class Latecomers {

  private static final Logger LOG = LoggerFactory.getLogger(Latecomers.class);
  private static final Comparator<Resume> LATER =
      Comparator.comparing(Resume::at).thenComparing(Resume::after);
  private static final int PAGE = 500;
  private static final int AT_ONCE = 200;

  /**
   * How long after its note a connection may take to be there: the gateway opens it only once we
   * have said yes.
   */
  static final Duration OPENS_WITHIN = Duration.ofSeconds(10);

  private final EveryChange changes;
  private final Connections connections;
  private final SocketPost post;
  private final Clock clock;
  private final Map<String, Progress> progress = new ConcurrentHashMap<>();

  /** Notes that a later one about the same connection has taken the place of. */
  private final Set<Resume> replaced = new HashSet<>();

  /** How far one of them has come. */
  private static final class Progress {
    final Resume note;
    volatile long reached;
    volatile boolean greeted;

    /** Once it has caught up with the others. */
    volatile @Nullable Connection caughtUp;

    /** Nothing is to be told any more; it stays until its note is gone, lest it begins again. */
    volatile boolean done;

    Progress(Resume note) {
      this.note = note;
      this.reached = note.after();
    }
  }

  Latecomers(EveryChange changes, Connections connections, SocketPost post, Clock clock) {
    this.changes = changes;
    this.connections = connections;
    this.post = post;
    this.clock = clock;
  }

  /** Reads who is to be told what; of several notes about one connection the last counts. */
  void look() {
    Set<Resume> notes = connections.resumes();
    Map<String, Resume> last = new HashMap<>();
    for (Resume note : notes) {
      last.merge(note.connectionId(), note, BinaryOperator.maxBy(LATER));
    }
    replaced.clear();
    replaced.addAll(notes);
    replaced.removeAll(last.values());
    for (Resume note : last.values()) {
      Progress known = progress.get(note.connectionId());
      if (known == null || !known.note.equals(note)) {
        progress.put(note.connectionId(), new Progress(note));
      }
    }
    progress.keySet().retainAll(last.keySet());
  }

  /**
   * It took what it was told, but too slowly to go on with the others; from any thread.
   *
   * @param reached what it was told last; noted, so that a node that takes over knows it too
   */
  void leaveBehind(Connection slow, long reached) {
    Progress known = progress.get(slow.id());
    Instant now = clock.instant();
    Instant at =
        known == null || known.note.at().isBefore(now) ? now : known.note.at().plusMillis(1);
    Resume note = new Resume(slow.id(), reached, at);
    connections.resume(note);
    Progress behind = new Progress(note);
    behind.greeted = true;
    progress.put(slow.id(), behind);
  }

  /** Whether it is told nothing but what it missed, for now. */
  boolean isBehind(Connection connection) {
    Progress known = progress.get(connection.id());
    return known != null && !known.done && known.caughtUp == null;
  }

  /** Those of a tenant that go on with the others, and which lists may not show yet. */
  List<Connection> caughtUp(String tenant) {
    List<Connection> found = new ArrayList<>();
    for (Progress each : progress.values()) {
      Connection connection = each.caughtUp;
      if (!each.done && connection != null && connection.tenantId().equals(tenant)) {
        found.add(connection);
      }
    }
    return found;
  }

  /** Tells them what they missed up to that position, a page of it at the most. */
  void goOn(long through) throws InterruptedException {
    List<Thread> tellers = new ArrayList<>();
    for (Progress each : progress.values()) {
      if (!each.done
          && each.caughtUp == null
          && each.reached <= through
          && tellers.size() < AT_ONCE) {
        tellers.add(
            Thread.ofVirtual()
                .name("websocket-" + each.note.connectionId())
                .start(() -> goOn(each, through)));
      }
    }
    for (Thread each : tellers) {
      each.join();
    }
  }

  private void goOn(Progress each, long through) {
    try {
      Connection connection = connections.find(each.note.connectionId()).orElse(null);
      if (connection != null) {
        tell(each, connection, through);
      } else if (!isOpening(each)) {
        each.done = true;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException later) {
      LOG.debug("connection {} is told later", each.note.connectionId(), later);
    }
  }

  private void tell(Progress each, Connection connection, long through)
      throws InterruptedException {
    if (through - each.reached > EveryChange.LONGEST_RESUME) {
      if (post.bye(connection, new Reason("resume-too-old", through))) {
        each.done = true;
      }
      return;
    }
    List<Change> missed = changes.missed(connection.tenantId(), each.reached, through, PAGE);
    List<Letter> letters = new ArrayList<>();
    if (!each.greeted) {
      letters.add(Letter.hello(each.note.after()));
    }
    missed.stream()
        .filter(it -> connection.types().isEmpty() || connection.types().contains(it.type()))
        .map(Letter::of)
        .forEach(letters::add);
    Outcome outcome =
        post.tell(
            connection,
            letters,
            isOpening(each),
            position -> {
              each.greeted = true;
              each.reached = position;
            });
    if (outcome == Outcome.FORGOTTEN) {
      each.done = true;
    } else if (outcome == Outcome.TOLD) {
      each.reached = missed.size() < PAGE ? through : missed.getLast().position();
      if (each.reached == through) {
        each.caughtUp = connection;
      }
    }
  }

  private boolean isOpening(Progress each) {
    Instant by = each.note.at().plus(OPENS_WITHIN);
    return clock.instant().isBefore(by);
  }

  /**
   * Forgets who goes on with the others for good.
   *
   * @param listed of a tenant, as everybody finds them
   */
  void settle(Function<String, List<Connection>> listed) {
    for (Progress each : progress.values()) {
      Connection connection = each.caughtUp;
      if (!each.done
          && connection != null
          && (!clock.instant().isBefore(connection.expiresAt())
              || listed.apply(connection.tenantId()).stream()
                  .anyMatch(it -> it.id().equals(connection.id())))) {
        each.done = true;
      }
    }
  }

  /** Takes away the notes of what is done, all at once; those that stay go in another round. */
  void tidy() {
    Set<Resume> over = new HashSet<>(replaced);
    progress.values().stream().filter(each -> each.done).forEach(each -> over.add(each.note));
    if (over.isEmpty()) {
      return;
    }
    try {
      connections.resumed(over);
    } catch (RuntimeException later) {
      LOG.debug("{} notes about connections are taken away later", over.size(), later);
      return;
    }
    replaced.clear();
    progress.values().removeIf(each -> each.done);
  }

  /** It has ended; its note, if there is one, is done once nobody finds the connection. */
  void forget(Connection connection) {
    progress.remove(connection.id());
  }

  /** Another node does it. */
  void leave() {
    progress.clear();
    replaced.clear();
  }
}
