package za.lexohub.processes.circuit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes circuit breakers: when half of the last calls failed, callers are told so at once for
 * {@link #LEFT_ALONE} instead of waiting for timeouts; then two calls try whether it is back.
 *
 * <p>The gauge {@code lexohub.circuit.state} is 0 while calls go through, 1 while none do, and 0.5
 * in between.
 */
public final class Circuits {

  /** How long nobody calls what has failed. */
  public static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private static final CircuitBreakerConfig CONFIG =
      CircuitBreakerConfig.custom()
          .slidingWindow(20, 10, SlidingWindowType.COUNT_BASED)
          .failureRateThreshold(50)
          .waitDurationInOpenState(LEFT_ALONE)
          .permittedNumberOfCallsInHalfOpenState(2)
          // A trial call that never comes back must not keep the others out.
          .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
          .build();

  private Circuits() {}

  /**
   * @param client what is called, as the gauge names it
   */
  public static CircuitBreaker of(String client, ObjectProvider<MeterRegistry> meters) {
    CircuitBreaker breaker = CircuitBreaker.of(client, CONFIG);
    meters.ifUnique(
        registry ->
            Gauge.builder("lexohub.circuit.state", breaker, Circuits::level)
                .tag("client", client)
                .register(registry));
    return breaker;
  }

  private static double level(CircuitBreaker breaker) {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> 1;
      case HALF_OPEN -> 0.5;
      case CLOSED, DISABLED, METRICS_ONLY -> 0;
    };
  }
}
