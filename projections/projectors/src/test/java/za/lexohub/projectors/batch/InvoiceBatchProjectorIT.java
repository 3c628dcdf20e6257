package za.lexohub.projectors.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.batch.BatchResult;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchCompleted;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchItemDone;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.batch.InvoiceBatchRows;
import za.lexohub.readmodels.batch.InvoiceBatchSort;
import za.lexohub.readmodels.batch.InvoiceBatchStatus;
import za.lexohub.readmodels.batch.InvoiceBatchSummary;
import za.lexohub.readmodels.batch.InvoiceBatchView;
import za.lexohub.readmodels.batch.InvoiceBatchView.Entry;
import za.lexohub.readmodels.batch.InvoiceBatchViews;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;

class InvoiceBatchProjectorIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private static TestStores stores;

  private final Story story = new Story();
  private final String tenant = story.tenant.value();
  private final InvoiceBatchId id = InvoiceBatchId.random();
  private final ProFormaId early = ProFormaId.random();
  private final ProFormaId late = ProFormaId.random();
  private final MatterId matter = MatterId.random();
  private final InvoiceBatchViews views = new InvoiceBatchViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new InvoiceBatchProjector(
              new InvoiceBatchRows(stores.scope), new PublishedPositions(stores.jdbc)),
          stores.transactions,
          story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void follows_each_entry_in_the_order_of_the_batch() {
    events.apply(
        new InvoiceBatchRequested(id, story.tenant, List.of(late, early), List.of(matter), DAY),
        new InvoiceBatchItemDone(
            id, early.value(), BatchResult.ALREADY_INVOICED, story.invoiceId, null));

    assertThat(batch().entries())
        .containsExactly(
            new Entry(late.value(), "PRO_FORMA", null, null, null),
            new Entry(
                early.value(), "PRO_FORMA", "ALREADY_INVOICED", story.invoiceId.value(), null),
            new Entry(matter.value(), "MATTER", null, null, null));
    assertThat(listed(InvoiceBatchStatus.COMPLETED)).isEmpty();

    events.apply(
        new InvoiceBatchItemDone(id, matter.value(), BatchResult.REFUSED, null, "nothing-to-bill"),
        new InvoiceBatchItemDone(id, late.value(), BatchResult.STARTED, story.invoiceId, null),
        new InvoiceBatchCompleted(id, 1, 1));

    assertThat(batch())
        .returns("COMPLETED", InvoiceBatchView::status)
        .returns(DAY, InvoiceBatchView::invoiceDate)
        .returns(3, InvoiceBatchView::total)
        .returns(1, InvoiceBatchView::invoiced)
        .returns(1, InvoiceBatchView::alreadyInvoiced)
        .returns(1, InvoiceBatchView::refused)
        .returns(5L, InvoiceBatchView::version);
    assertThat(batch().entries().getLast())
        .isEqualTo(new Entry(matter.value(), "MATTER", "REFUSED", null, "nothing-to-bill"));
    assertThat(listed(InvoiceBatchStatus.COMPLETED))
        .singleElement()
        .returns(id.value(), InvoiceBatchSummary::id)
        .returns(1, InvoiceBatchSummary::refused);
    events.assertNothingChangesWhenTheyComeAgain(this::batch);
    InvoiceBatchView before = batch();
    events.replayFromZero();
    assertThat(batch()).isEqualTo(before);
  }

  private InvoiceBatchView batch() {
    return views.find(tenant, id.value()).orElseThrow();
  }

  private List<InvoiceBatchSummary> listed(InvoiceBatchStatus status) {
    return views
        .page(tenant, Set.of(status), new Sort<>(InvoiceBatchSort.CREATED_AT, true), 10, null)
        .entries();
  }
}
