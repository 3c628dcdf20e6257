package za.lexohub.processes.telemetry;

import io.micrometer.cloudwatch2.CloudWatchConfig;
import io.micrometer.cloudwatch2.CloudWatchMeterRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import za.lexohub.processes.aws.CloudWatchConfiguration;

/** What a node tells about itself: in every role. */
@Configuration(proxyBeanMethods = false)
@Import(TelemetryConfiguration.ToCloudWatch.class)
public class TelemetryConfiguration {

  /** One registry for each namespace, once a minute; the last minute when the node stops. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("lexohub.metrics.cloudwatch.enabled")
  @Import(CloudWatchConfiguration.class)
  static class ToCloudWatch {

    /** What {@code /actuator/metrics} shows; with other registries Spring Boot would make none. */
    @Bean
    SimpleMeterRegistry ownMetrics() {
      return new SimpleMeterRegistry();
    }

    @Bean
    CloudWatchMeterRegistry apiMetrics(CloudWatchAsyncClient client) {
      return registry(MetricNamespace.API, client);
    }

    @Bean
    CloudWatchMeterRegistry invoiceMetrics(CloudWatchAsyncClient client) {
      return registry(MetricNamespace.INVOICES, client);
    }

    @Bean
    CloudWatchMeterRegistry logMetrics(CloudWatchAsyncClient client) {
      return registry(MetricNamespace.LOG, client);
    }

    private static CloudWatchMeterRegistry registry(
        MetricNamespace space, CloudWatchAsyncClient client) {
      CloudWatchConfig config =
          new CloudWatchConfig() {
            @Override
            public @Nullable String get(String key) {
              return null;
            }

            @Override
            public String namespace() {
              return space.namespace();
            }
          };
      CloudWatchMeterRegistry registry = new CloudWatchMeterRegistry(config, Clock.SYSTEM, client);
      registry.config().namingConvention(space.names());
      registry.config().meterFilter(MeterFilter.denyUnless(space::takes));
      return registry;
    }
  }
}
