package za.lexohub.query.live;

import java.util.List;
import java.util.concurrent.Semaphore;
import za.lexohub.readmodels.live.Change;
import za.lexohub.readmodels.live.RecordedChanges;

/**
 * Reads what was missed, for a few at a time: after a restart everybody comes back at once, and the
 * database has others to answer.
 */
final class PastChanges {

  private static final int AT_A_TIME = 4;

  private final RecordedChanges recorded;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  PastChanges(RecordedChanges recorded) {
    this.recorded = recorded;
  }

  /** See {@link RecordedChanges#of}. */
  List<Change> of(String tenant, long after, long through, int limit) throws InterruptedException {
    places.acquire();
    try {
      return recorded.of(tenant, after, through, limit);
    } finally {
      places.release();
    }
  }
}
