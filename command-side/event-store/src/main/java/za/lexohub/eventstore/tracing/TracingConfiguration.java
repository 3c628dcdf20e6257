package za.lexohub.eventstore.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Traces by OpenTelemetry, from a request through command, event, projector, saga and queue as one,
 * because events and queue messages carry the W3C context. Where no endpoint is named there is no
 * SDK, and Axon's own empty spans cost nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
public class TracingConfiguration {

  /** Of the spans that Axon makes. */
  private static final String AXON = "org.axonframework";

  /** A collector beside the node answers at once or is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("lexohub.tracing.endpoint")
  OpenTelemetrySdk openTelemetry(TracingProperties properties) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(Objects.requireNonNull(properties.endpoint()).toString())
            .setTimeout(PATIENCE)
            .build();
    Resource node =
        Resource.getDefault()
            .merge(
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "lexohub")));
    SdkTracerProvider tracers =
        SdkTracerProvider.builder()
            .setResource(node)
            .setSampler(Sampler.traceIdRatioBased(properties.sampled()))
            .addSpanProcessor(BatchSpanProcessor.builder(new WordlessSpans(exporter)).build())
            .build();
    return OpenTelemetrySdk.builder()
        .setTracerProvider(tracers)
        // No baggage: what travels with an event is stored for ever.
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
        .build();
  }

  /** By hand, because Axon's would ask for a global instance that nobody sets. */
  @Bean
  SpanFactory spanFactory(ObjectProvider<OpenTelemetry> traces) {
    OpenTelemetry sdk = traces.getIfAvailable();
    return sdk == null
        ? NoOpSpanFactory.INSTANCE
        : new UnbegunSpans(
            OpenTelemetrySpanFactory.builder()
                .tracer(sdk.getTracer(AXON))
                .contextPropagators(sdk.getPropagators().getTextMapPropagator())
                .build());
  }
}
