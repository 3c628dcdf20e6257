package za.lexohub.readmodels;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.readmodels.access.AccessReadModels;
import za.lexohub.readmodels.billing.BillingReadModels;
import za.lexohub.readmodels.claims.MoneyReadModels;
import za.lexohub.readmodels.clientmoney.ClientMoneyReadModels;
import za.lexohub.readmodels.erasure.PersonalFileRows;
import za.lexohub.readmodels.erasure.PersonalFileViews;
import za.lexohub.readmodels.export.ExportReadModels;
import za.lexohub.readmodels.invoice.InvoiceCards;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.papers.PapersReadModels;
import za.lexohub.readmodels.position.ProjectionViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.proforma.ProFormaViews;
import za.lexohub.readmodels.promises.PromisesReadModels;
import za.lexohub.readmodels.publiclink.PublicLinkRows;
import za.lexohub.readmodels.publiclink.PublicLinks;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.report.ReportReadModels;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.work.WorkReadModels;
import za.lexohub.readmodels.workflow.WorkflowRows;
import za.lexohub.readmodels.workflow.WorkflowViews;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/**
 * The stores in SQL and Redis. Needs a DataSource with its transaction manager, a {@link Clock} and
 * {@code lexohub.redis.url}; {@code lexohub.redis.cluster=true} when that is a node of a cluster.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  WorkReadModels.class,
  BillingReadModels.class,
  MoneyReadModels.class,
  ClientMoneyReadModels.class,
  PromisesReadModels.class,
  PapersReadModels.class,
  AccessReadModels.class,
  ReportReadModels.class,
  ExportReadModels.class
})
public class ReadModelsConfiguration {

  private static final Duration CACHE_REST = Duration.ofSeconds(1);

  @Bean(destroyMethod = "close")
  UnifiedJedis redis(
      @Value("${lexohub.redis.url}") URI url,
      @Value("${lexohub.redis.cluster:false}") boolean cluster) {
    return RedisConnections.open(url, cluster);
  }

  @Bean
  Fallback redisFallback() {
    return new Fallback(CACHE_REST);
  }

  @Bean
  TenantScope tenantScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new TenantScope(jdbc, transactions);
  }

  @Bean
  PublishedPositions publishedPositions(JdbcClient jdbc) {
    return new PublishedPositions(jdbc);
  }

  @Bean
  ProjectionViews projectionViews(JdbcClient jdbc) {
    return new ProjectionViews(jdbc);
  }

  @Bean
  MatterRows matterRows(TenantScope scope) {
    return new MatterRows(scope);
  }

  @Bean
  MatterViews matterViews(TenantScope scope) {
    return new MatterViews(scope);
  }

  @Bean
  MatterCards matterCards(UnifiedJedis redis) {
    return new MatterCards(redis);
  }

  @Bean
  ProFormaRows proFormaRows(TenantScope scope) {
    return new ProFormaRows(scope);
  }

  @Bean
  ProFormaViews proFormaViews(TenantScope scope) {
    return new ProFormaViews(scope);
  }

  @Bean
  InvoiceRows invoiceRows(TenantScope scope) {
    return new InvoiceRows(scope);
  }

  @Bean
  InvoiceViews invoiceViews(TenantScope scope) {
    return new InvoiceViews(scope);
  }

  @Bean
  InvoiceCards invoiceCards(UnifiedJedis redis) {
    return new InvoiceCards(redis);
  }

  @Bean
  PublicLinkRows publicLinkRows(TenantScope scope) {
    return new PublicLinkRows(scope);
  }

  @Bean
  PublicLinks publicLinks(TenantScope scope) {
    return new PublicLinks(scope);
  }

  @Bean
  PersonalFileRows personalFileRows(TenantScope scope) {
    return new PersonalFileRows(scope);
  }

  @Bean
  PersonalFileViews personalFileViews(TenantScope scope) {
    return new PersonalFileViews(scope);
  }

  @Bean
  WorkflowRows workflowRows(TenantScope scope) {
    return new WorkflowRows(scope);
  }

  @Bean
  WorkflowViews workflowViews(TenantScope scope) {
    return new WorkflowViews(scope);
  }

  @Bean
  WorkflowCountsCache workflowCountsCache(UnifiedJedis redis, Clock clock) {
    return new WorkflowCountsCache(redis, clock);
  }

  @Bean
  WorkflowCountsTruth workflowCountsTruth(TenantScope scope, Clock clock) {
    return new WorkflowCountsTruth(scope, clock);
  }
}
