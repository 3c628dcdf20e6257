package za.lexohub.edge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.ledger.CommandOutcome;

/** A ledger in memory; every append is the aggregate's next version at the next position. */
final class RecordingLedger implements CommandLedger {
  private final Map<String, CommandOutcome> rows = new ConcurrentHashMap<>();
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private long head;

  synchronized void append(TenantId tenant, String key, String hash, String target) {
    CommandOutcome outcome =
        new CommandOutcome(hash, target, versions.merge(target, 1L, Long::sum), ++head);
    if (rows.putIfAbsent(tenant + "\n" + key, outcome) != null) {
      throw new KeyTaken(key);
    }
  }

  /** As another node would do it. */
  void writtenElsewhere(TenantId tenant, String key, CommandOutcome outcome) {
    rows.put(tenant + "\n" + key, outcome);
  }

  @Override
  public Optional<CommandOutcome> find(TenantId tenant, String key) {
    return Optional.ofNullable(rows.get(tenant + "\n" + key));
  }

  @Override
  public synchronized CommandOutcome recordWithoutEvents(
      TenantId tenant, String key, String requestHash, String aggregateId) {
    CommandOutcome outcome =
        new CommandOutcome(requestHash, aggregateId, versions.getOrDefault(aggregateId, 0L), head);
    CommandOutcome before = rows.putIfAbsent(tenant + "\n" + key, outcome);
    return before == null ? outcome : before;
  }
}
