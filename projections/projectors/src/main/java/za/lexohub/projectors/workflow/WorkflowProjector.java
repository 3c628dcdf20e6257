package za.lexohub.projectors.workflow;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.workflow.WorkflowRows;

/**
 * Follows each round of billing through its five steps, by what the pro forma and the invoice have
 * recorded. That a document or mail failed for good is told by the pro forma, which names the step.
 */
@ProcessingGroup(ReadModelGroups.WORKFLOWS)
public final class WorkflowProjector {

  /** Later ones follow from changes to the draft, not from the billing. */
  private static final int FIRST_DRAFT = 1;

  private static final String VALIDATE = "VALIDATE_PRO_FORMA";
  private static final String ANNOUNCEMENT = "invoice-generated";

  private final WorkflowRows workflows;
  private final PublishedPositions positions;

  public WorkflowProjector(WorkflowRows workflows, PublishedPositions positions) {
    this.workflows = workflows;
    this.positions = positions;
  }

  @EventHandler
  void on(ProFormaAccepted event, Stamp stamp) {
    workflows.started(stamp, event.round(), invoice(event.proFormaId(), event.round()).value());
  }

  @EventHandler
  void on(ProFormaInvoicingRequested event, Stamp stamp) {
    workflows.started(stamp, event.round(), invoice(event.proFormaId(), event.round()).value());
  }

  @EventHandler
  void on(ProFormaValidated event, Stamp stamp) {
    workflows.validated(stamp, event.invoiceId().value());
  }

  @EventHandler
  void on(ProFormaValidationFailed event, Stamp stamp) {
    InvoiceId invoiceId = invoice(event.proFormaId(), event.round());
    workflows.failed(stamp, invoiceId.value(), VALIDATE, event.code() + ": " + event.detail());
  }

  @EventHandler
  void on(InvoiceGenerated event, Stamp stamp) {
    workflows.invoiceGenerated(stamp);
  }

  @EventHandler
  void on(InvoicePdfRequested event, Stamp stamp) {
    if (event.kind() == PdfKind.DRAFT && event.version() == FIRST_DRAFT) {
      workflows.pdfRequested(stamp);
    }
  }

  @EventHandler
  void on(InvoicePdfStored event, Stamp stamp) {
    if (event.kind() == PdfKind.DRAFT && event.version() == FIRST_DRAFT) {
      workflows.pdfStored(stamp);
    }
  }

  @EventHandler
  void on(InvoiceNotificationRequested event, Stamp stamp) {
    if (event.template().equals(ANNOUNCEMENT)) {
      workflows.mailRequested(stamp);
    }
  }

  @EventHandler
  void on(InvoiceNotificationSent event, Stamp stamp) {
    if (event.template().equals(ANNOUNCEMENT)) {
      workflows.mailSent(stamp);
    }
  }

  @EventHandler
  void on(ProFormaConvertedToInvoice event, Stamp stamp) {
    workflows.converted(stamp, event.invoiceId().value());
  }

  @EventHandler
  void on(ProFormaInvoicingFailed event, Stamp stamp) {
    InvoiceId invoiceId = invoice(event.proFormaId(), event.round());
    workflows.failed(stamp, invoiceId.value(), event.step(), event.reason());
  }

  @EventHandler
  void on(ProFormaInvoicingRetried event, Stamp stamp) {
    workflows.retried(stamp, invoice(event.proFormaId(), event.round()).value(), event.step());
  }

  @EventHandler
  void on(InvoiceDiscarded event, Stamp stamp) {
    workflows.discarded(stamp);
  }

  @EventHandler
  void on(ProFormaInvoiceReleased event, Stamp stamp) {
    workflows.released(stamp, event.invoiceId().value());
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.WORKFLOWS);
    workflows.empty();
  }

  private static InvoiceId invoice(ProFormaId proFormaId, int round) {
    return InvoiceId.forProForma(proFormaId, round);
  }
}
