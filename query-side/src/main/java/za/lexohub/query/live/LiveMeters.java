package za.lexohub.query.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code lexohub.stream.open}, {@code lexohub.stream.sent}, and {@code lexohub.stream.dropped} by
 * {@code reason}.
 */
final class LiveMeters {

  private final Counter sent;
  private final Map<EndReason, Counter> ended = new EnumMap<>(EndReason.class);

  LiveMeters(MeterRegistry registry, LiveFeed feed) {
    Gauge.builder("lexohub.stream.open", feed, LiveFeed::open)
        .description("Streams that are open on this node")
        .baseUnit("streams")
        .register(registry);
    sent =
        Counter.builder("lexohub.stream.sent")
            .description("Changes that were told, counted once for each who was told")
            .baseUnit("changes")
            .register(registry);
    for (EndReason reason : EndReason.values()) {
      ended.put(
          reason,
          Counter.builder("lexohub.stream.dropped")
              .description("Streams that were ended from this side")
              .baseUnit("streams")
              .tag("reason", reason.code())
              .register(registry));
    }
  }

  void sent() {
    sent.increment();
  }

  void ended(EndReason reason) {
    Counter counter = ended.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }
}
