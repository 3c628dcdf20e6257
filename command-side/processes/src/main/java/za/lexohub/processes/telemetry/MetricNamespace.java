package za.lexohub.processes.telemetry;

import io.micrometer.cloudwatch2.CloudWatchNamingConvention;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of CloudWatch, which of our meters go there, and by which names: those of the plan,
 * and for the log the meters' own. What is not named here stays on the node, because every metric
 * that CloudWatch keeps is paid for.
 */
enum MetricNamespace {
  /** Our faults, as the plan's {@code trackError}. */
  API("LexoHub/API", Map.of("lexohub.api.errors", new Told("Errors", "count"))),

  /** How invoices' papers come about, as the plan's {@code trackInvoiceGeneration}. */
  INVOICES(
      "LexoHub/Invoices",
      Map.of(
          InvoiceGeneration.DURATION,
          new Told("GenerationDuration", "max"),
          InvoiceGeneration.SUCCESS,
          new Told("GenerationSuccess", "avg"))),

  /** Whether the log is sound, who is behind it, and what is not checked. */
  LOG(
      "LexoHub/Log",
      told(
          Set.of("lexohub.sessions.unchecked"),
          Set.of(
              "lexohub.audit.alarm",
              "lexohub.audit.unsealed",
              "lexohub.circuit.state",
              "lexohub.deadletters",
              "lexohub.log.append.oldest.writer.age",
              "lexohub.log.append.waiting",
              "lexohub.projection.lag",
              "lexohub.selfcheck.drift")));

  /**
   * @param name of the metric
   * @param main the measurement that carries the plain name; the others of the meter have their
   *     suffix behind it
   */
  private record Told(String name, String main) {}

  private final String namespace;
  private final Map<String, Told> meters;

  MetricNamespace(String namespace, Map<String, Told> meters) {
    this.namespace = namespace;
    this.meters = meters;
  }

  /** Counters and gauges, by their own names. */
  private static Map<String, Told> told(Set<String> counters, Set<String> gauges) {
    Map<String, Told> all = new HashMap<>();
    counters.forEach(name -> all.put(name, new Told(name, "count")));
    gauges.forEach(name -> all.put(name, new Told(name, "value")));
    return Map.copyOf(all);
  }

  String namespace() {
    return namespace;
  }

  boolean takes(Meter.Id meter) {
    return meters.containsKey(meter.getName());
  }

  /** Tags as CloudWatch allows them, and its names for ours. */
  NamingConvention names() {
    return new CloudWatchNamingConvention(
        new NamingConvention() {
          @Override
          public String name(String name, Meter.Type type, @Nullable String baseUnit) {
            return told(name);
          }
        });
  }

  /** Micrometer hands over a meter's name with the measurement's suffix behind it. */
  private String told(String name) {
    int end = name.lastIndexOf('.');
    Told told = end < 0 ? null : meters.get(name.substring(0, end));
    if (told == null) {
      return name;
    }
    String measurement = name.substring(end + 1);
    return measurement.equals(told.main()) ? told.name() : told.name() + "." + measurement;
  }
}
