package za.lexohub.projectors.search;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.readmodels.position.Replays;

/** Remembers which groups began anew. */
final class KnownReplays implements Replays {

  final Set<String> begun = ConcurrentHashMap.newKeySet();

  @Override
  public void begin(String group) {
    begun.add(group);
  }

  @Override
  public boolean isAnyRunning(Collection<String> groups) {
    return !Collections.disjoint(begun, groups);
  }
}
