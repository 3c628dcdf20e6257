package za.lexohub.query.export;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.claims.ClaimViews;
import za.lexohub.readmodels.claims.CreditNoteFilter;
import za.lexohub.readmodels.claims.ReceiptFilter;
import za.lexohub.readmodels.export.Dataset;
import za.lexohub.readmodels.export.EntryFilter;
import za.lexohub.readmodels.export.ExportViews;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterFilter;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.proforma.ProFormaFilter;
import za.lexohub.readmodels.proforma.ProFormaViews;
import za.lexohub.readmodels.work.WorkItemFilter;
import za.lexohub.readmodels.work.WorkItemViews;

/**
 * Whole datasets. Each waits for the read models that it reads before its snapshot begins, so every
 * event up to its position is in it, and is refused like a sum: with {@link NotYetConsistent} when
 * one of them is behind or begins anew meanwhile, with {@link ProjectionParked} when one lacks an
 * event of the tenant, because nobody would see that a row is missing.
 */
public final class Exports {

  private final ExportViews views;
  private final AppliedWait applied;

  Exports(ExportViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  public Export matters(Asked asked, MatterFilter filter) {
    return live(
        Dataset.MATTERS,
        asked,
        query -> MatterViews.narrowed(query, filter),
        ReadModelGroups.MATTERS);
  }

  public Export invoices(Asked asked, InvoiceFilter filter) {
    return live(
        Dataset.INVOICES,
        asked,
        query -> InvoiceViews.narrowed(query, filter),
        ReadModelGroups.INVOICES);
  }

  public Export proFormas(Asked asked, ProFormaFilter filter) {
    return live(
        Dataset.PRO_FORMAS,
        asked,
        query -> ProFormaViews.narrowed(query, filter),
        ReadModelGroups.PRO_FORMAS);
  }

  public Export workItems(Asked asked, WorkItemFilter filter) {
    return live(
        Dataset.WORK_ITEMS,
        asked,
        query -> WorkItemViews.narrowed(query, filter),
        ReadModelGroups.WORK_ITEMS);
  }

  /** As of any position; numbers and names of the invoices are today's. */
  public Export payments(Asked asked, EntryFilter filter) {
    return live(
        Dataset.PAYMENTS, asked, filter::narrow, ReadModelGroups.LEDGER, ReadModelGroups.INVOICES);
  }

  /** As of any position. */
  public Export ledger(Asked asked, EntryFilter filter) {
    return live(Dataset.LEDGER, asked, filter::narrow, ReadModelGroups.LEDGER);
  }

  public Export creditNotes(Asked asked, CreditNoteFilter filter) {
    return live(
        Dataset.CREDIT_NOTES,
        asked,
        query -> ClaimViews.narrowed(query, filter),
        ReadModelGroups.CLAIMS);
  }

  public Export receipts(Asked asked, ReceiptFilter filter) {
    return live(
        Dataset.RECEIPTS,
        asked,
        query -> ClaimViews.narrowed(query, filter),
        ReadModelGroups.CLAIMS);
  }

  private Export live(
      Dataset dataset, Asked asked, UnaryOperator<KeysetQuery> filter, String... groups) {
    Map<String, Long> beginnings =
        Stream.of(groups).collect(Collectors.toMap(Function.identity(), applied::beginnings));
    long position = applied.await(asked.consistency(), groups);
    for (String group : groups) {
      applied.refuseAnyParked(group, asked.tenant());
    }
    return new Export(
        heading(dataset, asked, Math.min(position, asked.position())),
        sink -> {
          views.each(asked.tenant(), dataset, asked.position(), asked.masked(), filter, sink);
          beginnings.forEach(applied::requireStillWhole);
        },
        asked.tenant());
  }

  /**
   * Things as they were, made of documents that look like the live read's.
   *
   * @param dataset one that has documents
   */
  public Export past(Dataset dataset, Asked asked, Documents documents) {
    return new Export(
        heading(dataset, asked, asked.position()),
        sink -> {
          ExportViews.Documents rows =
              views.documents(asked.tenant(), dataset, asked.masked(), sink);
          documents.each(rows::add);
          rows.end();
        },
        asked.tenant());
  }

  private static Heading heading(Dataset dataset, Asked asked, long position) {
    return new Heading(dataset.word(), position, asked.asOf(), dataset.columns(asked.masked()));
  }

  /** Hands out documents one after another. */
  @FunctionalInterface
  public interface Documents {
    void each(DocumentSink sink) throws IOException;
  }

  /** Takes documents one after another. */
  @FunctionalInterface
  public interface DocumentSink {

    /**
     * @throws IOException when it takes no more
     */
    void accept(Map<String, @Nullable Object> document) throws IOException;
  }
}
