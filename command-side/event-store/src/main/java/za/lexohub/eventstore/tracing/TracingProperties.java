package za.lexohub.eventstore.tracing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go.
 *
 * @param endpoint takes OTLP over HTTP, like {@code http://localhost:4318/v1/traces}. Without it
 *     nothing is traced
 * @param sampled the share of the traces that is kept, 0 to 1. A trace is kept or not by its id, so
 *     all nodes keep the same ones, whatever the caller's flag says; a caller who brings a trace
 *     brings its id too, and can look for one that is kept
 */
@ConfigurationProperties("lexohub.tracing")
public record TracingProperties(@Nullable URI endpoint, @DefaultValue("0.05") double sampled) {

  public TracingProperties {
    if (!(sampled >= 0 && sampled <= 1)) {
      throw new IllegalArgumentException("lexohub.tracing.sampled must be 0 to 1");
    }
  }
}
