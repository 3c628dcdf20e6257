package za.lexohub.sessions;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions as one node sees them: its own memory for a moment, then Redis, then the table.
 *
 * <p>What says that a session has ended is believed at once and for good. What says that it is
 * active is believed by this node for {@code recheck}, and of Redis for {@link #CHECKED_EVERY}: so
 * long may a session outlive its end when Redis was away at that moment and is back with what it
 * knew before.
 */
final class CheckedSessions implements Sessions {

  /** How late the table may know of a request. */
  static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  static final Duration CHECKED_EVERY = Duration.ofMinutes(1);

  /** How long a session that began may still end older ones. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(CheckedSessions.class);
  private static final int REMEMBERED = 100_000;
  private static final Duration REST = Duration.ofSeconds(1);

  /** The latest seen first; of those seen at once, any order that is the same for all. */
  private static final Comparator<SessionItem> LATEST_FIRST =
      Comparator.comparing(SessionItem::lastSeenAt)
          .thenComparing(SessionItem::startedAt)
          .thenComparing(item -> item.key().sessionId())
          .reversed();

  private final SessionTable table;
  private final SessionMarks marks;
  private final SessionProperties limits;
  private final Clock clock;
  private final AsyncCache<SessionKey, Standing> known;
  private final Counter unchecked = Metrics.counter("lexohub.sessions.unchecked");
  private volatile boolean blind;
  private final AtomicLong tableRestsUntil = new AtomicLong(System.nanoTime());

  CheckedSessions(SessionTable table, SessionMarks marks, SessionProperties limits, Clock clock) {
    this.table = table;
    this.marks = marks;
    this.limits = limits;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(
                Expiry.<SessionKey, Standing>writing(
                    (key, standing) -> standing.letsIn() ? limits.recheck() : limits.lifetime()))
            // Whoever asks waits for Redis or the table, and nobody else does.
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync();
  }

  @Override
  public Standing check(Sighting sighting) {
    return known.get(sighting.key(), key -> look(sighting)).join();
  }

  @Override
  public Standing standing(SessionKey key) {
    Optional<Mark> mark = marks.of(key);
    Instant now = clock.instant();
    if (mark.isPresent()) {
      return mark.get().standingAt(now, limits.idle());
    }
    try {
      return inTable(key).map(item -> item.standingAt(now, limits.idle())).orElse(Standing.ACTIVE);
    } catch (SessionsUnavailable away) {
      rest(away);
      return Standing.UNKNOWN_NOW;
    }
  }

  @Override
  public boolean isBlind() {
    return blind;
  }

  private Standing look(Sighting sighting) {
    Standing found = find(sighting);
    blind = found == Standing.UNKNOWN_NOW;
    if (blind) {
      unchecked.increment();
    }
    return found;
  }

  private Standing find(Sighting sighting) {
    Instant now = clock.instant();
    Optional<Mark> mark = marks.of(sighting.key());
    if (mark.isPresent() && mark.get().standing() != Standing.ACTIVE) {
      return mark.get().standing();
    }
    if (mark.filter(m -> isFresh(m, now)).isPresent()) {
      return Standing.ACTIVE;
    }
    try {
      return ask(sighting, mark.map(Mark::seenAt), now);
    } catch (SessionsUnavailable away) {
      rest(away);
      return mark.map(m -> withoutTable(sighting.key(), m, now)).orElse(Standing.UNKNOWN_NOW);
    }
  }

  /** The mark goes on noting requests, so that nobody who works is taken for idle. */
  private Standing withoutTable(SessionKey key, Mark mark, Instant now) {
    Standing standing = mark.standingAt(now, limits.idle());
    if (standing == Standing.ACTIVE && !now.isBefore(mark.seenAt().plus(CHECKED_EVERY))) {
      return marks.keep(key, new Mark(standing, mark.endsAt(), now, mark.checkedAt())).standing();
    }
    return standing;
  }

  /** The minute in which the mark is due to be checked is also the one that notes the request. */
  private boolean isFresh(Mark mark, Instant now) {
    return now.isBefore(mark.checkedAt().plus(CHECKED_EVERY))
        && mark.standingAt(now, limits.idle()) == Standing.ACTIVE;
  }

  private Standing ask(Sighting sighting, Optional<Instant> seen, Instant now) {
    SessionKey key = sighting.key();
    SessionItem item = inTable(key).orElseGet(() -> begin(sighting, now));
    Standing standing = item.seenAt(seen.orElse(null)).standingAt(now, limits.idle());
    if (standing != Standing.ACTIVE) {
      marks.end(key, standing);
      return standing;
    }
    if (now.isBefore(item.startedAt().plus(YOUNG))) {
      endSurplus(key, now);
    }
    if (!now.isBefore(item.lastSeenAt().plus(NOTED_EVERY))) {
      table.seen(key, now);
    }
    return marks.keep(key, new Mark(Standing.ACTIVE, item.endsAt(), now, now)).standing();
  }

  private Optional<SessionItem> inTable(SessionKey key) {
    if (System.nanoTime() - tableRestsUntil.get() < 0) {
      throw new SessionsUnavailable("DynamoDB did not answer a moment ago", null);
    }
    return table.find(key);
  }

  private SessionItem begin(Sighting first, Instant now) {
    table.begin(first, now, now.plus(limits.lifetime()));
    return table
        .find(first.key())
        .orElseThrow(() -> new SessionsUnavailable("a session vanished as it began", null));
  }

  /**
   * Asked after the newcomer is written down, so that of two at once the later sees both. Until it
   * is done once the newcomer has no mark, so that its next request tries again.
   */
  private void endSurplus(SessionKey newcomer, Instant now) {
    List<SessionItem> others =
        active(newcomer.userId(), now).stream()
            .filter(item -> !item.key().equals(newcomer))
            .toList();
    for (SessionItem oldest :
        others.subList(Math.min(limits.most() - 1, others.size()), others.size())) {
      end(oldest.key(), now, "LIMIT");
    }
  }

  private List<SessionItem> active(String userId, Instant now) {
    return table.of(userId).stream()
        .filter(item -> item.standingAt(now, limits.idle()) == Standing.ACTIVE)
        .sorted(LATEST_FIRST)
        .toList();
  }

  private boolean end(SessionKey key, Instant now, String by) {
    if (!table.end(key, now, by)) {
      return false;
    }
    marks.end(key, Standing.REVOKED);
    known.put(key, CompletableFuture.completedFuture(Standing.REVOKED));
    return true;
  }

  /** What fails because the table rests does not make it rest for longer. */
  private void rest(SessionsUnavailable away) {
    if (away.getCause() != null) {
      long now = System.nanoTime();
      if (now - tableRestsUntil.getAndSet(now + REST.toNanos()) > 0) {
        LOG.warn("Sessions cannot be checked in DynamoDB now: {}", away.getCause().getMessage());
      }
    }
  }

  @Override
  public List<Session> of(String userId) {
    return active(userId, clock.instant()).stream().map(SessionItem::session).toList();
  }

  @Override
  public boolean revoke(String userId, String sessionId) {
    return end(new SessionKey(userId, sessionId), clock.instant(), "USER");
  }

  @Override
  public int revokeOthers(String userId, String keptId) {
    Instant now = clock.instant();
    List<SessionItem> others =
        active(userId, now).stream()
            .filter(item -> !item.key().sessionId().equals(keptId))
            .toList();
    others.forEach(item -> end(item.key(), now, "USER"));
    return others.size();
  }
}
