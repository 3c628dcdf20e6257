package za.lexohub.readmodels.search;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a store that fails alone: when half of the last calls failed, callers are told so at once
 * for five seconds, as if the connection had been refused; then two calls try whether the store is
 * back. It stands where all calls pass, writes and searches. What counts against the store is no
 * answer in time, 5xx and 429; another refusal is an answer.
 *
 * <p>The gauge {@code lexohub.circuit.state} of {@code opensearch} is 0 while calls go through, 1
 * while none do, and 0.5 in between.
 */
final class SearchCircuit implements AsyncExecChainHandler {

  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
  private static final CircuitBreakerConfig CONFIG =
      CircuitBreakerConfig.custom()
          .slidingWindow(20, 10, SlidingWindowType.COUNT_BASED)
          .failureRateThreshold(50)
          .waitDurationInOpenState(LEFT_ALONE)
          .permittedNumberOfCallsInHalfOpenState(2)
          // A trial call that never comes back must not keep the others out.
          .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
          .build();

  private final CircuitBreaker breaker = CircuitBreaker.of("opensearch", CONFIG);

  void measuredBy(MeterRegistry registry) {
    Gauge.builder("lexohub.circuit.state", this, SearchCircuit::level)
        .tag("client", breaker.getName())
        .register(registry);
  }

  /** For a test that does not wait. */
  CircuitBreaker breaker() {
    return breaker;
  }

  @Override
  public void execute(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    if (!breaker.tryAcquirePermission()) {
      callback.failed(
          new IOException(
              "it has failed lately and is left alone for " + LEFT_ALONE.toSeconds() + " s"));
      return;
    }
    Counted counted = new Counted(callback, System.nanoTime());
    try {
      chain.proceed(request, body, scope, counted);
    } catch (HttpException | IOException | RuntimeException e) {
      counted.over(e);
      throw e;
    }
  }

  private double level() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> 1;
      case HALF_OPEN -> 0.5;
      case CLOSED, DISABLED, METRICS_ONLY -> 0;
    };
  }

  /** A call that was let through. It counts once: by its status, or by how it ends. */
  private final class Counted implements AsyncExecCallback {

    private final AsyncExecCallback callback;
    private final long begun;
    private final AtomicBoolean counted = new AtomicBoolean();

    Counted(AsyncExecCallback callback, long begun) {
      this.callback = callback;
      this.begun = begun;
    }

    @Override
    public @Nullable AsyncDataConsumer handleResponse(
        HttpResponse response, @Nullable EntityDetails details) throws HttpException, IOException {
      int status = response.getCode();
      if (status >= 500 || status == 429) {
        over(new IOException("it answers " + status));
      }
      return callback.handleResponse(response, details);
    }

    @Override
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
      callback.handleInformationResponse(response);
    }

    @Override
    public void completed() {
      over(null);
      callback.completed();
    }

    @Override
    public void failed(Exception cause) {
      over(cause);
      callback.failed(cause);
    }

    void over(@Nullable Exception failure) {
      if (!counted.compareAndSet(false, true)) {
        return;
      }
      long took = System.nanoTime() - begun;
      if (failure == null) {
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      } else {
        breaker.onError(took, TimeUnit.NANOSECONDS, failure);
      }
    }
  }
}
