package za.lexohub.query.report;

import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.report.Attention;
import za.lexohub.readmodels.report.AttentionViews;
import za.lexohub.readmodels.report.Dashboard;
import za.lexohub.readmodels.report.DashboardViews;
import za.lexohub.readmodels.report.Pipeline;
import za.lexohub.readmodels.report.PipelineViews;
import za.lexohub.readmodels.report.PracticeHealth;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.TimeReport;
import za.lexohub.readmodels.report.WipReport;
import za.lexohub.readmodels.report.WorkReportViews;

/**
 * Reports on work, pro formas and the practice as a whole. Each waits for all read models that it
 * reads, answers with the position of the one that is furthest behind, and throws {@link
 * NotYetConsistent} when the answer would be older than asked for, and {@link ProjectionParked}
 * when one of them lacks an event of the tenant. Only what waits is told as a list is: without what
 * could not be applied.
 */
public final class PracticeReports {

  private final WorkReportViews work;
  private final PipelineViews pipeline;
  private final DashboardViews dashboard;
  private final AttentionViews attention;
  private final WholeModels models;

  public PracticeReports(
      WorkReportViews work,
      PipelineViews pipeline,
      DashboardViews dashboard,
      AttentionViews attention,
      AppliedWait applied) {
    this.work = work;
    this.pipeline = pipeline;
    this.dashboard = dashboard;
    this.attention = attention;
    this.models = new WholeModels(applied);
  }

  public Answer<WipReport> wip(String tenant, LocalDate on, Consistency consistency) {
    return models.sum(
        tenant,
        consistency,
        () -> work.wip(tenant, on),
        ReadModelGroups.MATTERS,
        ReadModelGroups.WORK_ITEMS);
  }

  public Answer<TimeReport> time(
      String tenant, Span span, TimeReport.GroupBy groupBy, Consistency consistency) {
    return models.sum(
        tenant,
        consistency,
        () -> work.time(tenant, span, groupBy),
        ReadModelGroups.MATTERS,
        ReadModelGroups.WORK_ITEMS);
  }

  public Answer<PracticeHealth> health(String tenant, LocalDate on, Consistency consistency) {
    return models.sum(
        tenant,
        consistency,
        () -> work.health(tenant, on),
        ReadModelGroups.MATTERS,
        ReadModelGroups.WORK_ITEMS,
        ReadModelGroups.INVOICES,
        ReadModelGroups.LEDGER,
        ReadModelGroups.PROMISES);
  }

  public Answer<Pipeline> pipeline(String tenant, Span span, Consistency consistency) {
    return models.sum(
        tenant,
        consistency,
        () -> pipeline.pipeline(tenant, span),
        ReadModelGroups.PRO_FORMAS,
        ReadModelGroups.LEDGER);
  }

  public Answer<Dashboard> dashboard(String tenant, LocalDate on, Consistency consistency) {
    return models.sum(
        tenant,
        consistency,
        () -> dashboard.dashboard(tenant, on),
        ReadModelGroups.MATTERS,
        ReadModelGroups.PRO_FORMAS,
        ReadModelGroups.INVOICES,
        ReadModelGroups.WORK_ITEMS,
        ReadModelGroups.PROMISES,
        ReadModelGroups.LEDGER);
  }

  /**
   * @param inbox of the user who asks
   */
  public Answer<Attention> attention(String tenant, UUID inbox, Consistency consistency) {
    return models.ask(
        consistency,
        () -> attention.attention(tenant, inbox),
        ReadModelGroups.MATTERS,
        ReadModelGroups.PRO_FORMAS,
        ReadModelGroups.INVOICES,
        ReadModelGroups.PROMISES,
        ReadModelGroups.NOTIFICATIONS);
  }
}
