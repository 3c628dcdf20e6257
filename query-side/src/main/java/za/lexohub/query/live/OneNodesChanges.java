package za.lexohub.query.live;

import java.util.List;
import za.lexohub.readmodels.live.Change;
import za.lexohub.readmodels.live.RecordedChanges;

/** What is recorded, for the node that has the place. */
final class OneNodesChanges implements EveryChange {

  private final RecordedChanges recorded;
  private final PastChanges past;
  private final OneNode place;

  OneNodesChanges(RecordedChanges recorded, OneNode place) {
    this.recorded = recorded;
    this.past = new PastChanges(recorded);
    this.place = place;
  }

  @Override
  public boolean isMine() {
    return place.isMine();
  }

  @Override
  public void leave() {
    place.leave();
  }

  @Override
  public long head() {
    return recorded.head();
  }

  @Override
  public List<Change> after(long position, int limit) {
    return recorded.after(position, limit);
  }

  @Override
  public List<Change> missed(String tenant, long after, long through, int limit)
      throws InterruptedException {
    return past.of(tenant, after, through, limit);
  }
}
