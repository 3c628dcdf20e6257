package za.lexohub.query;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.query.access.AccessQuestions;
import za.lexohub.query.billing.BillingQuestions;
import za.lexohub.query.claims.MoneyQuestions;
import za.lexohub.query.clientmoney.ClientMoneyQuestions;
import za.lexohub.query.erasure.PersonalFileQueries;
import za.lexohub.query.export.ExportQuestions;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.query.live.LiveQuestions;
import za.lexohub.query.matter.MatterQueries;
import za.lexohub.query.papers.PapersQuestions;
import za.lexohub.query.proforma.ProFormaQueries;
import za.lexohub.query.promises.PromisesQuestions;
import za.lexohub.query.publiclink.PublicLinkQuery;
import za.lexohub.query.report.ReportQuestions;
import za.lexohub.query.work.WorkQuestions;
import za.lexohub.query.workflow.WorkflowQueries;
import za.lexohub.query.workflowcounts.WorkflowCountsQuery;
import za.lexohub.readmodels.erasure.PersonalFileViews;
import za.lexohub.readmodels.invoice.InvoiceCards;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.proforma.ProFormaViews;
import za.lexohub.readmodels.publiclink.PublicLinks;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.workflow.WorkflowViews;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsRebuild;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/** The role {@code query}: needs the stores of the read models and {@link AppliedPositions}. */
@Configuration(proxyBeanMethods = false)
@Import({
  WorkQuestions.class,
  BillingQuestions.class,
  MoneyQuestions.class,
  ClientMoneyQuestions.class,
  PromisesQuestions.class,
  PapersQuestions.class,
  AccessQuestions.class,
  ReportQuestions.class,
  LiveQuestions.class,
  ExportQuestions.class
})
public class QueryConfiguration {

  @Bean
  AppliedWait appliedWait(AppliedPositions positions, ObjectProvider<BeforeWaiting> before) {
    return new AppliedWait(positions, before.getIfAvailable(() -> () -> {}));
  }

  @Bean
  MatterQueries matterQueries(
      MatterViews views, MatterCards cards, AppliedWait applied, Fallback fallback) {
    return new MatterQueries(views, cards, applied, fallback);
  }

  @Bean
  ProFormaQueries proFormaQueries(ProFormaViews views, AppliedWait applied) {
    return new ProFormaQueries(views, applied);
  }

  @Bean
  InvoiceQueries invoiceQueries(
      InvoiceViews views, InvoiceCards cards, AppliedWait applied, Fallback fallback) {
    return new InvoiceQueries(views, cards, applied, fallback);
  }

  @Bean
  PersonalFileQueries personalFileQueries(
      PersonalFileViews views,
      MatterQueries matters,
      ProFormaQueries proFormas,
      AppliedWait applied) {
    return new PersonalFileQueries(views, matters, proFormas, applied);
  }

  @Bean
  WorkflowQueries workflowQueries(WorkflowViews views, AppliedWait applied) {
    return new WorkflowQueries(views, applied);
  }

  @Bean
  PublicLinkQuery publicLinkQuery(PublicLinks links, AppliedWait applied) {
    return new PublicLinkQuery(links, applied);
  }

  @Bean
  WorkflowCountsRebuild workflowCountsRebuild(
      WorkflowCountsCache cache, WorkflowCountsTruth truth, AppliedPositions positions) {
    return new WorkflowCountsRebuild(cache, truth, positions);
  }

  @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
  ExecutorService cacheRebuilds() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("cache-rebuilds").factory());
  }

  @Bean
  WorkflowCountsQuery workflowCountsQuery(
      WorkflowCountsCache cache,
      WorkflowCountsTruth truth,
      WorkflowCountsRebuild rebuild,
      AppliedWait applied,
      Fallback fallback,
      @Qualifier("cacheRebuilds") ExecutorService cacheRebuilds) {
    return new WorkflowCountsQuery(cache, truth, rebuild, applied, fallback, cacheRebuilds);
  }
}
