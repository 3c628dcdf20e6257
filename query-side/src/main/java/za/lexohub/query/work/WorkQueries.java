package za.lexohub.query.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.agreement.AgreementViews;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.invoice.InvoiceSummary;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.work.BillingReadiness;
import za.lexohub.readmodels.work.WorkInProgress;
import za.lexohub.readmodels.work.WorkItemFilter;
import za.lexohub.readmodels.work.WorkItemSort;
import za.lexohub.readmodels.work.WorkItemView;
import za.lexohub.readmodels.work.WorkItemViews;

/** Answers from the {@code work-items} read model, and what follows from it for a matter. */
public final class WorkQueries {

  private final WorkItemViews items;
  private final MatterViews matters;
  private final InvoiceViews invoices;
  private final AgreementViews agreements;
  private final AppliedWait applied;

  public WorkQueries(
      WorkItemViews items,
      MatterViews matters,
      InvoiceViews invoices,
      AgreementViews agreements,
      AppliedWait applied) {
    this.items = items;
    this.matters = matters;
    this.invoices = invoices;
    this.agreements = agreements;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant's matter has no such item
   * @throws za.lexohub.query.NotYetConsistent when the answer would be older than asked for
   * @throws za.lexohub.query.ProjectionParked when the matter's events could not be applied
   */
  public Optional<Answer<WorkItemView>> get(
      String tenant, UUID matterId, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.WORK_ITEMS, consistency);
    applied.refuseParked(ReadModelGroups.WORK_ITEMS, matterId);
    return items.find(tenant, matterId, id).map(item -> new Answer<>(item, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws za.lexohub.query.NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<WorkItemView>> list(
      String tenant,
      WorkItemFilter filter,
      Sort<WorkItemSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.WORK_ITEMS, consistency);
    return new Answer<>(items.page(tenant, filter, sort, limit, after), position);
  }

  /**
   * @return empty when this tenant has no such matter
   * @throws za.lexohub.query.NotYetConsistent when the answer would be older than asked for
   * @throws za.lexohub.query.ProjectionParked when the matter's events could not be applied
   */
  public Optional<Answer<WorkInProgress>> inProgress(
      String tenant, UUID matterId, Consistency consistency) {
    long position = applied.await(consistency, ReadModelGroups.MATTERS, ReadModelGroups.WORK_ITEMS);
    applied.refuseParked(ReadModelGroups.WORK_ITEMS, matterId);
    return matters
        .find(tenant, matterId)
        .map(matter -> new Answer<>(items.inProgress(tenant, matterId), position));
  }

  /**
   * @return empty when this tenant has no such matter
   * @throws za.lexohub.query.NotYetConsistent when the answer would be older than asked for
   * @throws za.lexohub.query.ProjectionParked when the matter's events could not be applied
   */
  public Optional<Answer<BillingReadiness>> readiness(
      String tenant, UUID matterId, Consistency consistency) {
    long position =
        applied.await(
            consistency,
            ReadModelGroups.MATTERS,
            ReadModelGroups.WORK_ITEMS,
            ReadModelGroups.INVOICES,
            ReadModelGroups.PROMISES);
    applied.refuseParked(ReadModelGroups.MATTERS, matterId);
    applied.refuseParked(ReadModelGroups.WORK_ITEMS, matterId);
    return matters
        .find(tenant, matterId)
        .map(matter -> new Answer<>(readiness(tenant, matter), position));
  }

  private BillingReadiness readiness(String tenant, MatterView matter) {
    return Judgement.of(
        matter,
        items.inProgress(tenant, matter.id()),
        items.fees(tenant, matter.id()),
        invoicesOn(tenant, matter.id()),
        agreements.bindsOn(tenant, matter.id()));
  }

  private List<Judgement.Bill> invoicesOn(String tenant, UUID matterId) {
    List<Judgement.Bill> all = new ArrayList<>();
    Cursor after = null;
    do {
      Page<InvoiceSummary> page =
          invoices.page(
              tenant,
              on(matterId),
              Sort.descending(InvoiceSort.CREATED_AT),
              KeysetQuery.MAX_LIMIT,
              after);
      page.entries().forEach(it -> all.add(new Judgement.Bill(it.status(), it.balance())));
      after = page.next();
    } while (after != null);
    return all;
  }

  private static InvoiceFilter on(UUID matterId) {
    return new InvoiceFilter(
        Set.of(), Set.of(), matterId, null, null, null, Range.all(), Range.all(), Range.all());
  }
}
