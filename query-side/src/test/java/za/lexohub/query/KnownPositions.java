package za.lexohub.query;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.readmodels.position.AppliedPositions;

/** Positions as the test says. */
public final class KnownPositions implements AppliedPositions {

  public final Map<String, Long> applied = new ConcurrentHashMap<>();

  /** Applied from the third time on that anybody asks. */
  public final Map<String, Long> soon = new ConcurrentHashMap<>();

  public final Map<String, Long> floors = new ConcurrentHashMap<>();
  public final Map<String, Long> beginnings = new ConcurrentHashMap<>();
  public final Set<String> parked = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  public volatile long everythingElse;

  /** Where the log ends, unless everything else is further. */
  public volatile long recorded;

  @Override
  public long appliedThrough(String group) {
    if (soon.containsKey(group) && asked.merge(group, 1, Integer::sum) > 2) {
      applied.put(group, soon.get(group));
    }
    return applied.getOrDefault(group, everythingElse);
  }

  @Override
  public long floor(String group) {
    return floors.getOrDefault(group, NOTHING);
  }

  @Override
  public long beginnings(String group) {
    return beginnings.getOrDefault(group, 0L);
  }

  @Override
  public long recordedThrough() {
    return Math.max(recorded, everythingElse);
  }

  @Override
  public boolean isParked(String group, String sequenceId) {
    return parked.contains(group + "/" + sequenceId);
  }

  @Override
  public boolean isAnyParked(String group, String tenant) {
    return parked.contains(group + "/" + tenant);
  }
}
