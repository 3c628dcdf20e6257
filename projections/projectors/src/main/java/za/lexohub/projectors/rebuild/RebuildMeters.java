package za.lexohub.projectors.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code lexohub.rebuild.progress} by {@code group}; none for what is not rebuilt. */
final class RebuildMeters implements MeterBinder {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final List<String> groups;
  private final Supplier<Map<String, Integer>> percents;
  private Map<String, Integer> known = Map.of();
  private long readAt;
  private boolean isRead;

  RebuildMeters(List<SqlReadModel> models, Supplier<Map<String, Integer>> percents) {
    this.groups = models.stream().map(SqlReadModel::group).collect(Collectors.toList());
    this.percents = percents;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String group : groups) {
      Gauge.builder("lexohub.rebuild.progress", () -> percent(group))
          .description("How much of the log the version beside what is read has applied")
          .baseUnit("percent")
          .tag("group", group)
          .register(registry);
    }
  }

  private synchronized double percent(String group) {
    if (!isRead || System.nanoTime() - readAt > FRESH_NANOS) {
      known = percents.get();
      readAt = System.nanoTime();
      isRead = true;
    }
    Integer percent = known.get(group);
    return percent == null ? Double.NaN : percent;
  }
}
