package za.lexohub.audit.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** {@code lexohub.audit.alarm}, {@code lexohub.audit.sealed}, {@code lexohub.audit.unsealed}. */
final class SealerMeters implements MeterBinder {

  private final SealState state;

  SealerMeters(SealState state) {
    this.state = state;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("lexohub.audit.alarm", () -> state.seen().kind() == SealState.Kind.ALARM ? 1 : 0)
        .description("1 when the log is not what was sealed")
        .register(registry);
    Gauge.builder("lexohub.audit.sealed", () -> state.seen().sealed())
        .description("Positions that the newest checkpoint covers, on the node that seals")
        .baseUnit("events")
        .register(registry);
    Gauge.builder("lexohub.audit.unsealed", () -> state.seen().unsealed())
        .description("Events that no checkpoint covers yet, on the node that seals")
        .baseUnit("events")
        .register(registry);
  }
}
