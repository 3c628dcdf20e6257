package za.lexohub.projectors.asone;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * {@code lexohub.projection.batches}: how many batches of several events each {@code group} has
 * {@code applied} on this node, {@code as-one} or, because something of them failed, {@code
 * one-by-one}. A batch that is tried again is counted again.
 */
public final class BatchCounts implements MeterBinder {

  private static final String AS_ONE = "as-one";
  private static final String ONE_BY_ONE = "one-by-one";

  private final Map<String, LongAdder> asOne = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> oneByOne = new ConcurrentHashMap<>();

  BatchCounts() {
    for (String group : ReadModelGroups.all()) {
      asOne.put(group, new LongAdder());
      oneByOne.put(group, new LongAdder());
    }
  }

  /** Batches that were written as one. */
  public long asOne(String group) {
    return count(asOne, group);
  }

  /** Batches that were taken back and applied event by event. */
  public long oneByOne(String group) {
    return count(oneByOne, group);
  }

  void count(String group, boolean wasOne) {
    (wasOne ? asOne : oneByOne).computeIfAbsent(group, key -> new LongAdder()).increment();
  }

  private static long count(Map<String, LongAdder> counts, String group) {
    LongAdder count = counts.get(group);
    return count == null ? 0 : count.sum();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bind(registry, AS_ONE, asOne);
    bind(registry, ONE_BY_ONE, oneByOne);
  }

  private static void bind(MeterRegistry registry, String applied, Map<String, LongAdder> counts) {
    counts.forEach(
        (group, count) ->
            FunctionCounter.builder("lexohub.projection.batches", count, LongAdder::sum)
                .description("Batches of several events, applied as one or each event by itself")
                .tag("group", group)
                .tag("applied", applied)
                .register(registry));
  }
}
