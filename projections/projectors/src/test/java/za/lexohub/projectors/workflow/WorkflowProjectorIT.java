package za.lexohub.projectors.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.workflow.WorkflowFilter;
import za.lexohub.readmodels.workflow.WorkflowRows;
import za.lexohub.readmodels.workflow.WorkflowSort;
import za.lexohub.readmodels.workflow.WorkflowState;
import za.lexohub.readmodels.workflow.WorkflowView;
import za.lexohub.readmodels.workflow.WorkflowViews;

class WorkflowProjectorIT {

  private static TestStores stores;

  private final Story story = new Story();
  private final WorkflowViews views = new WorkflowViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new WorkflowProjector(
              new WorkflowRows(stores.scope), new PublishedPositions(stores.jdbc)),
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
  void shows_the_five_steps_with_a_failure_and_its_retry() {
    events.apply(story.accepted());
    assertThat(steps()).containsExactly("RUNNING", "PENDING", "PENDING", "PENDING", "PENDING");
    events.apply(
        new ProFormaValidated(story.proFormaId, 1, story.invoiceId),
        story.invoiceGenerated(),
        new InvoicePdfRequested(story.invoiceId, PdfKind.DRAFT, 1),
        new ProFormaInvoicingFailed(story.proFormaId, 1, "GENERATE_PDF", "S3 is away"));
    assertThat(steps()).containsExactly("DONE", "DONE", "FAILED", "PENDING", "PENDING");
    assertThat(workflow())
        .returns("FAILED", WorkflowView::state)
        .returns("S3 is away", view -> view.steps().get(2).detail());
    events.apply(
        new ProFormaInvoicingRetried(story.proFormaId, 1, "GENERATE_PDF"),
        new InvoicePdfRequested(story.invoiceId, PdfKind.DRAFT, 1),
        new InvoicePdfStored(story.invoiceId, PdfKind.DRAFT, 1, "k", "abc", 7, "t", "v"),
        new InvoiceNotificationRequested(
            story.invoiceId, "invoice-generated", Recipient.ADVOCATE, 1));
    assertThat(steps()).containsExactly("DONE", "DONE", "DONE", "RUNNING", "PENDING");
    assertThat(workflow().steps().get(2).attempts()).isEqualTo(2);
    events.apply(
        new InvoiceNotificationSent(
            story.invoiceId, "invoice-generated", Recipient.ADVOCATE, 1, "m"),
        new ProFormaConvertedToInvoice(story.proFormaId, 1, story.invoiceId));
    assertThat(steps()).containsOnly("DONE");
    assertThat(workflow())
        .returns("DONE", WorkflowView::state)
        .returns(story.proFormaId + "-1", WorkflowView::id)
        .returns(story.invoiceId.value(), WorkflowView::invoiceId);
    assertThat(workflow().endedAt()).isNotNull();
    events.assertNothingChangesWhenTheyComeAgain(this::workflow);
  }

  @Test
  void it_does_not_matter_which_aggregates_events_come_first() {
    events.apply(
        story.invoiceGenerated(),
        new InvoicePdfRequested(story.invoiceId, PdfKind.DRAFT, 1),
        story.accepted(),
        new InvoicePdfStored(story.invoiceId, PdfKind.DRAFT, 1, "k", "abc", 7, "t", "v"),
        new ProFormaValidated(story.proFormaId, 1, story.invoiceId));
    assertThat(steps()).containsExactly("DONE", "DONE", "DONE", "PENDING", "PENDING");
    events.assertNothingChangesWhenTheyComeAgain(this::workflow);
  }

  @Test
  void what_comes_after_the_draft_was_announced_is_no_part_of_it() {
    events.apply(
        story.accepted(),
        new ProFormaValidated(story.proFormaId, 1, story.invoiceId),
        story.invoiceGenerated(),
        new InvoicePdfRequested(story.invoiceId, PdfKind.DRAFT, 1),
        new InvoicePdfStored(story.invoiceId, PdfKind.DRAFT, 1, "k", "abc", 7, "t", "v"));
    WorkflowView before = workflow();
    events.apply(
        new InvoicePdfRequested(story.invoiceId, PdfKind.DRAFT, 2),
        new InvoicePdfStored(story.invoiceId, PdfKind.DRAFT, 2, "k", "abc", 7, "t", "v"),
        story.invoiceSent(),
        new InvoicePdfRequested(story.invoiceId, PdfKind.ORIGINAL, 1),
        new InvoiceNotificationRequested(story.invoiceId, "final-invoice", Recipient.ATTORNEY, 1));
    assertThat(workflow()).isEqualTo(before);
    events.assertNothingChangesWhenTheyComeAgain(this::workflow);
  }

  @Test
  void a_discarded_invoice_releases_it_and_another_round_is_another_workflow() {
    events.apply(
        story.accepted(),
        story.invoiceGenerated(),
        new InvoiceDiscarded(
            story.invoiceId, "INV-2024-0001", story.proFormaId, story.note("wrong")),
        new ProFormaInvoiceReleased(story.proFormaId, 1, story.invoiceId),
        new ProFormaInvoicingRequested(story.proFormaId, story.tenant, 2));
    assertThat(workflow().state()).isEqualTo("RELEASED");
    assertThat(second().state()).isEqualTo("RUNNING");
    events.apply(
        new ProFormaValidationFailed(story.proFormaId, 2, "matter-closed", "the matter is closed"));
    assertThat(second())
        .returns("FAILED", WorkflowView::state)
        .returns("matter-closed: the matter is closed", view -> view.steps().get(0).detail());
    assertThat(
            views
                .page(
                    story.tenant.value(),
                    new WorkflowFilter(
                        Set.of(WorkflowState.FAILED), story.proFormaId.value(), Range.all()),
                    Sort.descending(WorkflowSort.STARTED_AT),
                    10,
                    null)
                .entries())
        .containsExactly(second());
    events.assertNothingChangesWhenTheyComeAgain(this::workflow);
  }

  private List<String> steps() {
    return workflow().steps().stream().map(WorkflowView.Step::status).toList();
  }

  private WorkflowView workflow() {
    return views.find(story.tenant.value(), story.proFormaId.value(), 1).orElseThrow();
  }

  private WorkflowView second() {
    return views.find(story.tenant.value(), story.proFormaId.value(), 2).orElseThrow();
  }
}
