package za.lexohub.projectors.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * {@code lexohub.projection.lag}, {@code .lag.seconds}, {@code .rate} and {@code .replaying}, and
 * {@code lexohub.deadletters}, all by {@code group}.
 */
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
      Gauge.builder("lexohub.projection.lag.seconds", () -> value(group, GroupState::lagSeconds))
          .description("How long the first event that the group has not applied has waited")
          .baseUnit("seconds")
          .tag("group", group)
          .register(registry);
      Gauge.builder("lexohub.projection.rate", () -> value(group, GroupState::ratePerSecond))
          .description("Events a second that the group gets through")
          .baseUnit("events")
          .tag("group", group)
          .register(registry);
      Gauge.builder(
              "lexohub.projection.replaying",
              () -> value(group, state -> state.replaying() ? 1 : 0))
          .description("1 while the group reads again what it has read before")
          .tag("group", group)
          .register(registry);
    }
  }

  private double value(String group, ToDoubleFunction<GroupState> field) {
    GroupState state = states.all().get(group);
    return state == null ? Double.NaN : field.applyAsDouble(state);
  }
}
