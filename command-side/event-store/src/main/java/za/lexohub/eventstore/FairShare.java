package za.lexohub.eventstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many segments of a processor this node may run: as many as come on each of the nodes that run
 * that processor now, rounded up. Axon gives back what is beyond that and claims no more, so that a
 * node that joins gets its part. Nodes say every two seconds that they live. One that goes takes
 * its word back, and one that is silent for eight counts no more, a little before its claims end.
 *
 * <p>A node may live and yet be unable to do its part, when it has lost a store that the others
 * reach. What nobody has held for ten seconds is therefore free to all beyond their part, and stays
 * for half a minute with the node that takes it. Then it is given back once, to see whether the
 * other can do it again; a node that joins has its part at once.
 *
 * <p>It is a matter of speed only: what a segment may do, its claim says. With no word from the
 * database each node keeps the share that it knew last.
 */
final class FairShare
    implements MaxSegmentProvider, SmartLifecycle, ApplicationListener<ContextClosedEvent> {

  private static final Logger log = LoggerFactory.getLogger(FairShare.class);
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);
  private static final int SILENT_SECONDS = 8;
  private static final int FORGOTTEN_HOURS = 1;

  /** As long as a claim lasts; a living one is extended every five seconds, also without events. */
  private static final int LYING_SECONDS = 10;

  /** Until a node that starts could have claimed what everybody had stopped. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final String SHARES =
      """
      select processor_name, ceil(parts.number::numeric / nodes.number)::integer as share,
             parts.lying, nodes.number
        from (select processor_name, count(*) as number,
                     count(*) filter (where timestamp::timestamptz
                       < clock_timestamp() - make_interval(secs => ?)) as lying
                from token_entry group by 1) parts
        join (select unnest(processors) as processor_name, count(*) as number
                from processor_node
               where seen_at > clock_timestamp() - make_interval(secs => ?)
               group by 1) nodes using (processor_name)\
      """;

  private final String node = UUID.randomUUID().toString();
  private final JdbcClient jdbc;
  private final Supplier<Map<String, EventProcessor>> processors;
  private final Map<String, Taking> takings = new HashMap<>();
  private volatile Map<String, Integer> shares = Map.of();
  private long began;
  private @Nullable ScheduledExecutorService words;

  /**
   * That this node may keep what it runs beyond its part.
   *
   * @param until by the clock of {@link System#nanoTime}
   * @param nodes as many as run the processor; another number ends it
   */
  private record Taking(long until, int nodes) {}

  /**
   * @param processors those of this node by their names; first asked when it starts
   */
  FairShare(JdbcClient jdbc, Supplier<Map<String, EventProcessor>> processors) {
    this.jdbc = jdbc;
    this.processors = processors;
  }

  /** Without a limit until the first node has divided the work into segments. */
  @Override
  public int getMaxSegments(String processor) {
    return shares.getOrDefault(processor, (int) Short.MAX_VALUE);
  }

  @Override
  public synchronized void start() {
    if (words != null || processors.get().isEmpty()) {
      return;
    }
    began = System.nanoTime();
    // All of them are about to run.
    say(processors.get().keySet());
    words =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fair-share").factory());
    words.scheduleWithFixedDelay(
        () -> say(running()),
        BETWEEN_WORDS.toMillis(),
        BETWEEN_WORDS.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** One that was stopped here by hand leaves its segments to the other nodes. */
  private Set<String> running() {
    return processors.get().entrySet().stream()
        .filter(processor -> processor.getValue().isRunning())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void say(Set<String> here) {
    try {
      jdbc.sql(
              """
              insert into processor_node (node, processors, seen_at)
              values (?, ?, clock_timestamp())
              on conflict (node) do update
                 set processors = excluded.processors, seen_at = excluded.seen_at\
              """)
          .params(node, here.toArray(String[]::new))
          .update();
      jdbc.sql(
              "delete from processor_node"
                  + " where seen_at < clock_timestamp() - make_interval(hours => ?)")
          .param(FORGOTTEN_HOURS)
          .update();
      Map<String, Integer> now = new HashMap<>();
      jdbc.sql(SHARES)
          .params(LYING_SECONDS, SILENT_SECONDS)
          .query(
              row -> {
                String processor = row.getString(1);
                now.put(processor, most(processor, row.getInt(2), row.getInt(3), row.getInt(4)));
              });
      shares = Map.copyOf(now);
    } catch (RuntimeException e) {
      // Also what is no failure of the database: the next word must be said all the same.
      log.debug("The share of each node stays as it was", e);
    }
  }

  /**
   * What this node may run.
   *
   * @param lying segments that nobody holds, and nobody has held for some time
   */
  private int most(String processor, int share, int lying, int nodes) {
    long now = System.nanoTime();
    if (lying > 0 && now - began > SETTLING.toNanos()) {
      takings.put(processor, new Taking(now + KEPT.toNanos(), nodes));
      return Math.max(share, runs(processor)) + lying;
    }
    Taking taking = takings.get(processor);
    if (taking == null) {
      return share;
    }
    if (taking.nodes != nodes || taking.until - now < 0) {
      takings.remove(processor);
      return share;
    }
    return Math.max(share, runs(processor));
  }

  /** Segments that are here now. */
  private int runs(String processor) {
    return processors.get().get(processor) instanceof StreamingEventProcessor here
        ? here.processingStatus().size()
        : 0;
  }

  /** Before anything stops: the others may take at once what this node gives back. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    stop();
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService going = words;
    if (going == null) {
      return;
    }
    words = null;
    // A word that is being said is said to its end, so that none comes after the last.
    going.close();
    try {
      jdbc.sql("delete from processor_node where node = ?").param(node).update();
    } catch (DataAccessException e) {
      log.debug("This node counts until its silence is noticed", e);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return words != null;
  }

  /** Before processors claim their first segment. */
  @Override
  public int getPhase() {
    return 0;
  }
}
