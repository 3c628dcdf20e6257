package za.lexohub.query.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import za.lexohub.readmodels.live.Change;
import za.lexohub.readmodels.live.RecordedChanges;

/** A log that a test writes. */
final class WrittenChanges implements RecordedChanges {

  private final List<Change> log = new ArrayList<>();
  private boolean away;

  synchronized void write(String tenant, String type) {
    long position = log.size() + 1L;
    log.add(new Change(tenant, position, type, "Invoice", "an-invoice", position, Instant.EPOCH));
  }

  synchronized void write(String tenant, String type, int times) {
    for (int i = 0; i < times; i++) {
      write(tenant, type);
    }
  }

  synchronized void isAway(boolean now) {
    away = now;
  }

  @Override
  public synchronized long head() {
    return reachable().size();
  }

  @Override
  public synchronized List<Change> after(long position, int limit) {
    return reachable().stream().filter(c -> c.position() > position).limit(limit).toList();
  }

  @Override
  public synchronized List<Change> of(String tenant, long after, long through, int limit) {
    return reachable().stream()
        .filter(c -> c.position() > after && c.position() <= through)
        .filter(c -> c.tenant().equals(tenant))
        .limit(limit)
        .toList();
  }

  private List<Change> reachable() {
    if (away) {
      throw new IllegalStateException("the log is away");
    }
    return log;
  }
}
