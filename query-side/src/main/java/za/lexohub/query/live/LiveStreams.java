package za.lexohub.query.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.live.RecordedChanges;

/**
 * Opens streams of changes, each for one person. Every method throws {@link StreamRefused} when
 * this node opens none now.
 */
public final class LiveStreams {

  /** What is told again at most, in positions; it is read from the log for each who comes back. */
  static final long LONGEST_RESUME = 100_000;

  private final LiveFeed feed;
  private final PastChanges past;
  private final Grants grants;
  private final LiveMeters meters;

  public LiveStreams(
      LiveFeed feed, RecordedChanges recorded, Grants grants, MeterRegistry registry) {
    this.feed = feed;
    this.past = new PastChanges(recorded);
    this.grants = grants;
    this.meters = new LiveMeters(registry, feed);
  }

  /** The position of the last change: a client cannot have seen more. */
  public long head() {
    return feed.head();
  }

  /**
   * For one of the practice.
   *
   * @param types logical names of the events that are told; all when it is empty
   * @param after the last position that the client has seen; from now on when it is absent
   */
  public LiveStream ofPractice(String tenant, Set<String> types, @Nullable Long after) {
    return open(tenant, types, after, Audience.PRACTICE);
  }

  /**
   * For an attorney: what their grants show.
   *
   * @param attorney the subject of the attorney's token
   * @param types as in {@link #ofPractice}
   * @param after as in {@link #ofPractice}
   */
  public LiveStream ofAttorney(
      String tenant, String attorney, Set<String> types, @Nullable Long after) {
    return open(tenant, types, after, grants.of(attorney));
  }

  private LiveStream open(
      String tenant, Set<String> types, @Nullable Long after, Audience audience) {
    return new LiveStream(feed, past, tenant, types, audience, meters).open(after, LONGEST_RESUME);
  }
}
