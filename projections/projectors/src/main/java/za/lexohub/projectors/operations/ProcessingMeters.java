package za.lexohub.projectors.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** {@code lexohub.projection.lag} and {@code lexohub.deadletters}, both by {@code group}. */
final class ProcessingMeters implements MeterBinder {

  private final Supplier<Set<String>> groups;
  private final RecentStates states;

  ProcessingMeters(Supplier<Set<String>> groups, RecentStates states) {
    this.groups = groups;
    this.states = states;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String group : groups.get()) {
      Gauge.builder("lexohub.projection.lag", () -> value(group, GroupState::lag))
          .description("Events in the log that the group has not applied yet")
          .baseUnit("events")
          .tag("group", group)
          .register(registry);
      Gauge.builder("lexohub.deadletters", () -> value(group, GroupState::parkedSequences))
          .description("Sequences that wait in the group's dead-letter queue")
          .baseUnit("sequences")
          .tag("group", group)
          .register(registry);
    }
  }

  private double value(String group, ToLongFunction<GroupState> field) {
    GroupState state = states.all().get(group);
    return state == null ? Double.NaN : field.applyAsLong(state);
  }
}
