package za.lexohub.processes.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long invoices' papers take, from the request in the log to the stored paper, and which share
 * of the attempts comes to an end. What is told to CloudWatch as {@code GenerationDuration} (the
 * longest of a minute, in ms) and {@code GenerationSuccess} (the mean of 1 and 0).
 */
public final class InvoiceGeneration {

  static final String DURATION = "lexohub.invoices.generation";
  static final String SUCCESS = "lexohub.invoices.generation.success";

  private final Timer duration;
  private final DistributionSummary success;
  private final Clock clock;

  public InvoiceGeneration(MeterRegistry meters, Clock clock) {
    this.duration =
        Timer.builder(DURATION)
            .description("from the request of an invoice's paper to the stored paper")
            .register(meters);
    this.success =
        DistributionSummary.builder(SUCCESS)
            .description("1 for an invoice's paper that was stored, 0 for an attempt that failed")
            .register(meters);
    this.clock = clock;
  }

  /**
   * @param asked when the log took the request; a message that was written by hand may not say
   */
  public void stored(@Nullable Instant asked) {
    success.record(1);
    if (asked != null) {
      Duration taken = Duration.between(asked, clock.instant());
      // Two nodes' clocks.
      duration.record(taken.isNegative() ? Duration.ZERO : taken);
    }
  }

  public void failed() {
    success.record(0);
  }
}
