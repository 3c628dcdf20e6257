package za.lexohub.query.report;

import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
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
 * NotYetConsistent} when the answer would be older than asked for.
 */
public final class PracticeReports {

  private final WorkReportViews work;
  private final PipelineViews pipeline;
  private final DashboardViews dashboard;
  private final AttentionViews attention;
  private final AppliedWait applied;

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
    this.applied = applied;
  }

  public Answer<WipReport> wip(String tenant, LocalDate on, Consistency consistency) {
    long position = applied.await(consistency, ReadModelGroups.MATTERS, ReadModelGroups.WORK_ITEMS);
    return new Answer<>(work.wip(tenant, on), position);
  }

  public Answer<TimeReport> time(
      String tenant, Span span, TimeReport.GroupBy groupBy, Consistency consistency) {
    long position = applied.await(consistency, ReadModelGroups.MATTERS, ReadModelGroups.WORK_ITEMS);
    return new Answer<>(work.time(tenant, span, groupBy), position);
  }

  public Answer<PracticeHealth> health(String tenant, LocalDate on, Consistency consistency) {
    long position =
        applied.await(
            consistency,
            ReadModelGroups.MATTERS,
            ReadModelGroups.WORK_ITEMS,
            ReadModelGroups.INVOICES,
            ReadModelGroups.LEDGER,
            ReadModelGroups.PROMISES);
    return new Answer<>(work.health(tenant, on), position);
  }

  public Answer<Pipeline> pipeline(String tenant, Span span, Consistency consistency) {
    long position = applied.await(consistency, ReadModelGroups.PRO_FORMAS, ReadModelGroups.LEDGER);
    return new Answer<>(pipeline.pipeline(tenant, span), position);
  }

  public Answer<Dashboard> dashboard(String tenant, LocalDate on, Consistency consistency) {
    long position =
        applied.await(
            consistency,
            ReadModelGroups.MATTERS,
            ReadModelGroups.PRO_FORMAS,
            ReadModelGroups.INVOICES,
            ReadModelGroups.WORK_ITEMS,
            ReadModelGroups.PROMISES,
            ReadModelGroups.LEDGER);
    return new Answer<>(dashboard.dashboard(tenant, on), position);
  }

  /**
   * @param inbox of the user who asks
   */
  public Answer<Attention> attention(String tenant, UUID inbox, Consistency consistency) {
    long position =
        applied.await(
            consistency,
            ReadModelGroups.MATTERS,
            ReadModelGroups.PRO_FORMAS,
            ReadModelGroups.INVOICES,
            ReadModelGroups.PROMISES,
            ReadModelGroups.NOTIFICATIONS);
    return new Answer<>(attention.attention(tenant, inbox), position);
  }
}
