package za.lexohub.query.batch;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.batch.InvoiceBatchSort;
import za.lexohub.readmodels.batch.InvoiceBatchStatus;
import za.lexohub.readmodels.batch.InvoiceBatchSummary;
import za.lexohub.readmodels.batch.InvoiceBatchView;
import za.lexohub.readmodels.batch.InvoiceBatchViews;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;

/** Answers from the {@code invoice-batches} read model. */
public final class InvoiceBatchQueries {

  private final InvoiceBatchViews views;
  private final AppliedWait applied;

  public InvoiceBatchQueries(InvoiceBatchViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no such batch
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the batch's events could not be applied
   */
  public Optional<Answer<InvoiceBatchView>> get(String tenant, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.INVOICE_BATCHES, consistency);
    applied.refuseParked(ReadModelGroups.INVOICE_BATCHES, id);
    return views.find(tenant, id).map(view -> new Answer<>(view, position));
  }

  /**
   * @param status any of these; all when empty
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<InvoiceBatchSummary>> list(
      String tenant,
      Set<InvoiceBatchStatus> status,
      Sort<InvoiceBatchSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.INVOICE_BATCHES, consistency);
    return new Answer<>(views.page(tenant, status, sort, limit, after), position);
  }
}
