package za.lexohub.query.invoice;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.CardReads;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.invoice.InvoiceCards;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.invoice.InvoiceSummary;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.redis.CacheMeter;
import za.lexohub.readmodels.redis.Fallback;

/**
 * Answers from the {@code invoices} read model, single ones from their cards when those are there.
 */
public final class InvoiceQueries {

  private final InvoiceViews views;
  private final AppliedWait applied;
  private final CardReads<InvoiceView> single;

  public InvoiceQueries(
      InvoiceViews views, InvoiceCards cards, AppliedWait applied, Fallback fallback) {
    this.views = views;
    this.applied = applied;
    this.single =
        new CardReads<>(
            cards,
            ReadModelGroups.INVOICE_CARDS,
            views::find,
            ReadModelGroups.INVOICES,
            applied,
            fallback,
            new CacheMeter("invoice"));
  }

  /**
   * @return empty when this tenant has no such invoice
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the invoice's events could not be applied
   */
  public Optional<Answer<InvoiceView>> get(String tenant, UUID id, Consistency consistency) {
    return single.get(tenant, id, consistency);
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<InvoiceSummary>> list(
      String tenant,
      InvoiceFilter filter,
      Sort<InvoiceSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.INVOICES, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }

  /** How many entries the list has; as of now, so it may know a moment more than a page of it. */
  public Total total(String tenant, InvoiceFilter filter) {
    return views.total(tenant, filter);
  }
}
