package za.lexohub.api.websocket;

import java.util.ArrayList;
import java.util.List;
import za.lexohub.query.live.EveryChange;
import za.lexohub.readmodels.live.Change;

/** A log that the test writes. */
final class Log implements EveryChange {
  final List<Change> changes = new ArrayList<>();
  boolean mine = true;

  /** So many positions went before. */
  long offset;

  void happens(String tenant, String type) {
    changes.add(
        new Change(
            tenant, offset + changes.size() + 1, type, "Invoice", "invoice-1", 1, FanOutTest.NOW));
  }

  @Override
  public boolean isMine() {
    return mine;
  }

  @Override
  public void leave() {
    mine = false;
  }

  @Override
  public long head() {
    return offset + changes.size();
  }

  @Override
  public List<Change> after(long position, int limit) {
    return changes.stream().filter(it -> it.position() > position).limit(limit).toList();
  }

  @Override
  public List<Change> missed(String tenant, long after, long through, int limit) {
    return changes.stream()
        .filter(it -> it.tenant().equals(tenant))
        .filter(it -> it.position() > after && it.position() <= through)
        .limit(limit)
        .toList();
  }
}
