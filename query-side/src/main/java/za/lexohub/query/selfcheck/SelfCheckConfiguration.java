package za.lexohub.query.selfcheck;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.selfcheck.IndependentFold.Kind;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.ledger.LedgerBalances;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.DriftRecords;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.proforma.ProFormaViews;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.selfcheck.SelfCheckRows;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/** For nodes that answer queries and have an {@link IndependentFold}. */
@Configuration(proxyBeanMethods = false)
public class SelfCheckConfiguration {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Bean
  SelfCheckRows selfCheckRows(JdbcClient jdbc) {
    return new SelfCheckRows(jdbc);
  }

  @Bean
  SelfCheck selfCheck(
      SelfCheckRows rows,
      MatterViews matters,
      ProFormaViews proFormas,
      InvoiceViews invoices,
      WorkflowCountsCache cache,
      WorkflowCountsTruth truth,
      Fallback fallback,
      IndependentFold fold,
      TenantScope scope,
      AppliedPositions positions,
      AppliedWait applied,
      DriftRecords records) {
    return new SelfCheck(
        rows,
        new Comparison(
            new ViewsShown(matters, proFormas, invoices), fold, positions, applied, PATIENCE),
        new CountsComparison(cache, truth, fallback, positions, applied),
        new LedgerComparison(new LedgerBalances(scope)::of, positions, applied, PATIENCE),
        fold,
        records);
  }

  /**
   * @param interval {@code lexohub.self-check.interval}: drift is an alarm within this time, as
   *     soon as the lot falls on it
   * @param tenants {@code lexohub.self-check.tenants}: how many are drawn
   * @param aggregates {@code lexohub.self-check.aggregates}: how many things of each of them; with
   *     three tenants about a second's work for one thread and one connection
   */
  @Bean
  SelfCheckRounds selfCheckRounds(
      SelfCheck check,
      SelfCheckRows rows,
      MeterRegistry registry,
      @Value("${lexohub.self-check.interval:60s}") Duration interval,
      @Value("${lexohub.self-check.tenants:3}") int tenants,
      @Value("${lexohub.self-check.aggregates:50}") int aggregates) {
    Counter checked =
        Counter.builder("lexohub.selfcheck.checked")
            .description("Things whose read model was compared with a fold of their events")
            .register(registry);
    return new SelfCheckRounds(check, rows, interval, tenants, aggregates, checked);
  }

  /** Of all nodes, since only one makes a round. */
  @Bean
  MeterBinder selfCheckMeters(SelfCheckRows rows) {
    return registry -> {
      Stream.concat(
              Stream.of(Kind.values()).map(Kind::group),
              Stream.of(ReadModelGroups.WORKFLOW_COUNTS, ReadModelGroups.LEDGER))
          .forEach(
              group ->
                  Gauge.builder("lexohub.selfcheck.drift", () -> differing(rows, group))
                      .description("Things that the read model shows otherwise than their events")
                      .tag("group", group)
                      .register(registry));
      Gauge.builder("lexohub.selfcheck.age.seconds", () -> age(rows))
          .description("How long ago read models were last compared with the log")
          .baseUnit("seconds")
          .register(registry);
    };
  }

  private static double differing(SelfCheckRows rows, String group) {
    return rows.counts().getOrDefault(group, 0L);
  }

  private static double age(SelfCheckRows rows) {
    return rows.age().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN);
  }
}
