package za.lexohub.query.search;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.readmodels.position.Replays;

/** Replays as the test says. */
final class KnownReplays implements Replays {

  final Set<String> running = ConcurrentHashMap.newKeySet();

  @Override
  public void begin(String group) {
    running.add(group);
  }

  @Override
  public boolean isAnyRunning(Collection<String> groups) {
    return !Collections.disjoint(running, groups);
  }
}
