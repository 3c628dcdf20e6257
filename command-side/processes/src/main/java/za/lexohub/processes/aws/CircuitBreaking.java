package za.lexohub.processes.aws;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import za.lexohub.processes.circuit.Circuits;

/**
 * A circuit breaker for each service of AWS. A call counts once, with all its tries, and only what
 * the service did not answer counts against it: a refusal is an answer.
 */
final class CircuitBreaking implements ExecutionInterceptor {

  private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("LexohubBegun");

  private final ObjectProvider<MeterRegistry> meters;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  CircuitBreaking(ObjectProvider<MeterRegistry> meters) {
    this.meters = meters;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    if (!breaker(service).tryAcquirePermission()) {
      throw SdkClientException.create(
          "%s has failed lately; it is left alone for %d s"
              .formatted(service, Circuits.LEFT_ALONE.toSeconds()));
    }
    attributes.putAttribute(BEGUN, System.nanoTime());
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    over(attributes, null);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    over(attributes, context.exception());
  }

  private void over(ExecutionAttributes attributes, @Nullable Throwable failure) {
    Long begun = attributes.getAttribute(BEGUN);
    if (begun == null) {
      // It was not let through.
      return;
    }
    attributes.putAttribute(BEGUN, null);
    CircuitBreaker breaker = breaker(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    long took = System.nanoTime() - begun;
    if (failure == null || isAnswer(failure)) {
      breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    } else if (isOurOwnDoing(failure)) {
      breaker.releasePermission();
    } else {
      breaker.onError(took, TimeUnit.NANOSECONDS, failure);
    }
  }

  private static boolean isAnswer(Throwable failure) {
    return failure instanceof SdkServiceException answered
        && answered.statusCode() < 500
        && !answered.isThrottlingException();
  }

  /** The thread was interrupted: the node stops. */
  private static boolean isOurOwnDoing(Throwable failure) {
    return failure instanceof AbortedException || Thread.currentThread().isInterrupted();
  }

  private CircuitBreaker breaker(String service) {
    return breakers.computeIfAbsent(
        service, name -> Circuits.of(name.toLowerCase(Locale.ROOT), meters));
  }
}
