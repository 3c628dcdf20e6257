package za.lexohub.query.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.report.Ageing;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.ClientRevenue;
import za.lexohub.readmodels.report.ClientViews;
import za.lexohub.readmodels.report.OutstandingFilter;
import za.lexohub.readmodels.report.OutstandingInvoice;
import za.lexohub.readmodels.report.OutstandingSort;
import za.lexohub.readmodels.report.OutstandingViews;
import za.lexohub.readmodels.report.PaymentBehaviour;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.RevenueViews;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.readmodels.report.VatSupplies;
import za.lexohub.readmodels.report.VatViews;

/**
 * Reports on invoiced money. Each waits for all read models that it reads, answers with the
 * position of the one that is furthest behind, and throws {@link NotYetConsistent} when the answer
 * would be older than asked for, and {@link ProjectionParked} when one of them lacks an event of
 * the tenant.
 */
public final class MoneyReports {

  private static final String[] BOOKS = {ReadModelGroups.LEDGER, ReadModelGroups.INVOICES};
  private static final String[] BOOKS_AND_NOTES = {
    ReadModelGroups.LEDGER, ReadModelGroups.INVOICES, ReadModelGroups.CLAIMS
  };

  private final OutstandingViews outstanding;
  private final RevenueViews revenue;
  private final VatViews vat;
  private final ClientViews clients;
  private final WholeModels models;

  public MoneyReports(
      OutstandingViews outstanding,
      RevenueViews revenue,
      VatViews vat,
      ClientViews clients,
      AppliedWait applied) {
    this.outstanding = outstanding;
    this.revenue = revenue;
    this.vat = vat;
    this.clients = clients;
    this.models = new WholeModels(applied);
  }

  public Answer<Ageing> ageing(String tenant, OutstandingFilter filter, Consistency consistency) {
    return models.sum(tenant, consistency, () -> outstanding.ageing(tenant, filter), BOOKS);
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   */
  public Answer<Page<OutstandingInvoice>> outstanding(
      String tenant,
      OutstandingFilter filter,
      Sort<OutstandingSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    return models.sum(
        tenant, consistency, () -> outstanding.page(tenant, filter, sort, limit, after), BOOKS);
  }

  /** All of them, the longest due first. */
  public Answer<List<OutstandingInvoice>> allOutstanding(
      String tenant, OutstandingFilter filter, Consistency consistency) {
    return models.sum(tenant, consistency, () -> outstanding.all(tenant, filter), BOOKS);
  }

  public Answer<Revenue> revenue(
      String tenant,
      Revenue.Basis basis,
      Span span,
      Revenue.Interval interval,
      AsOf asOf,
      Consistency consistency) {
    return models.sum(
        tenant,
        consistency,
        () -> revenue.revenue(tenant, basis, span, interval, asOf),
        BOOKS_AND_NOTES);
  }

  public Answer<VatReport> vat(
      String tenant, VatReport.Basis basis, Span span, AsOf asOf, Consistency consistency) {
    return models.sum(
        tenant, consistency, () -> vat.vat(tenant, basis, span, asOf), BOOKS_AND_NOTES);
  }

  public Answer<VatSupplies> vatSupplies(String tenant, LocalDate on, Consistency consistency) {
    return models.sum(tenant, consistency, () -> vat.supplies(tenant, on), BOOKS_AND_NOTES);
  }

  public Answer<ClientRevenue> clients(String tenant, Span span, Consistency consistency) {
    return models.sum(tenant, consistency, () -> clients.clients(tenant, span), BOOKS);
  }

  public Answer<PaymentBehaviour> payments(
      String tenant, Span span, LocalDate today, Consistency consistency) {
    return models.sum(tenant, consistency, () -> clients.payments(tenant, span, today), BOOKS);
  }
}
