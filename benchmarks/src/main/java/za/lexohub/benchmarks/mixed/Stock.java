package za.lexohub.benchmarks.mixed;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The documents of all practices that wait for what is to be done with them. */
final class Stock {

  private final Map<Act, Queue<Paper>> waiting = new EnumMap<>(Act.class);
  private final long settled;

  /**
   * @param settling how long a document is left alone after a change, as people do
   */
  Stock(Duration settling) {
    this.settled = settling.toNanos();
    for (Act act : Act.values()) {
      waiting.put(act, new ConcurrentLinkedQueue<>());
    }
  }

  void put(@Nullable Act act, @Nullable Paper paper) {
    if (act != null && paper != null) {
      waiting.get(act).add(paper);
    }
  }

  /** The one that has waited longest; absent when none has waited long enough. */
  @Nullable Paper take(Act act, long now) {
    Queue<Paper> papers = waiting.get(act);
    Paper first = papers.peek();
    return first == null || now - first.since() < settled ? null : papers.poll();
  }

  int size(Act act) {
    return waiting.get(act).size();
  }
}
