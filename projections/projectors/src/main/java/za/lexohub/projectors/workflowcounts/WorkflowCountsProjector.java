package za.lexohub.projectors.workflowcounts;

import static za.lexohub.readmodels.workflowcounts.CountedState.INVOICE_DRAFT;
import static za.lexohub.readmodels.workflowcounts.CountedState.INVOICE_UNPAID;
import static za.lexohub.readmodels.workflowcounts.CountedState.MATTER_ACTIVE;
import static za.lexohub.readmodels.workflowcounts.CountedState.NOWHERE;
import static za.lexohub.readmodels.workflowcounts.CountedState.PRO_FORMA_ACCEPTED;
import static za.lexohub.readmodels.workflowcounts.CountedState.PRO_FORMA_OPEN;
import static za.lexohub.readmodels.workflowcounts.CountedState.PRO_FORMA_SENT;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterActivated;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterMarkedPending;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterReopened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestRejected;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.workflowcounts.CountedMove;
import za.lexohub.readmodels.workflowcounts.CountedState;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;

/** Moves matters, pro formas and invoices between the sets that are counted. */
@ProcessingGroup(ReadModelGroups.WORKFLOW_COUNTS)
public final class WorkflowCountsProjector {

  private final WorkflowCountsCache counts;
  private final PublishedPositions positions;

  public WorkflowCountsProjector(WorkflowCountsCache counts, PublishedPositions positions) {
    this.counts = counts;
    this.positions = positions;
  }

  @EventHandler
  void on(MatterOpened event, Stamp stamp) {
    begin(stamp, MATTER_ACTIVE);
  }

  @EventHandler
  void on(MatterPutOnHold event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(MatterResumed event, Stamp stamp) {
    move(stamp, MATTER_ACTIVE);
  }

  @EventHandler
  void on(MatterSettled event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(MatterClosed event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(MatterArchived event, Stamp stamp) {
    counts.move(stamp.tenant(), CountedMove.hide(stamp.id(), stamp.version(), true));
  }

  @EventHandler
  void on(MatterUnarchived event, Stamp stamp) {
    counts.move(stamp.tenant(), CountedMove.hide(stamp.id(), stamp.version(), false));
  }

  @EventHandler
  void on(MatterMarkedPending event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(MatterActivated event, Stamp stamp) {
    move(stamp, MATTER_ACTIVE);
  }

  @EventHandler
  void on(MatterRequested event, Stamp stamp) {
    begin(stamp, NOWHERE);
  }

  @EventHandler
  void on(MatterAccepted event, Stamp stamp) {
    move(stamp, MATTER_ACTIVE);
  }

  @EventHandler
  void on(MatterDeclined event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(MatterReopened event, Stamp stamp) {
    move(stamp, MATTER_ACTIVE);
  }

  @EventHandler
  void on(ProFormaRequested event, Stamp stamp) {
    begin(stamp, PRO_FORMA_OPEN);
  }

  @EventHandler
  void on(ProFormaRequestRejected event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(ProFormaDrafted event, Stamp stamp) {
    if (stamp.version() == 1) {
      begin(stamp, NOWHERE);
    } else {
      move(stamp, NOWHERE);
    }
  }

  @EventHandler
  void on(ProFormaSent event, Stamp stamp) {
    move(stamp, PRO_FORMA_SENT);
  }

  @EventHandler
  void on(ProFormaNegotiationRequested event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(ProFormaAccepted event, Stamp stamp) {
    move(stamp, PRO_FORMA_ACCEPTED);
  }

  @EventHandler
  void on(ProFormaDeclined event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(ProFormaExpired event, Stamp stamp) {
    counts.move(stamp.tenant(), CountedMove.hide(stamp.id(), stamp.version(), true));
  }

  @EventHandler
  void on(ProFormaExtended event, Stamp stamp) {
    counts.move(stamp.tenant(), CountedMove.hide(stamp.id(), stamp.version(), false));
  }

  @EventHandler
  void on(ProFormaWithdrawn event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(ProFormaConvertedToInvoice event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(ProFormaInvoiceReleased event, Stamp stamp) {
    move(stamp, PRO_FORMA_ACCEPTED);
  }

  /** An accepted one still waits for its invoice. */
  @EventHandler
  void on(ProFormaConvertedToMatter event, Stamp stamp) {
    if (!event.accepted()) {
      move(stamp, NOWHERE);
    }
  }

  @EventHandler
  void on(ProFormaConversionReversed event, Stamp stamp) {
    if (!event.accepted()) {
      move(stamp, PRO_FORMA_OPEN);
    }
  }

  @EventHandler
  void on(InvoiceGenerated event, Stamp stamp) {
    begin(stamp, INVOICE_DRAFT);
  }

  @EventHandler
  void on(InvoiceDiscarded event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(InvoiceSent event, Stamp stamp) {
    move(stamp, INVOICE_UNPAID);
  }

  @EventHandler
  void on(InvoiceBecameOverdue event, Stamp stamp) {
    counts.move(stamp.tenant(), CountedMove.overdue(stamp.id(), stamp.version()));
  }

  @EventHandler
  void on(InvoicePaid event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(PaymentReversed event, Stamp stamp) {
    move(stamp, INVOICE_UNPAID);
  }

  /** Also by a debit note. */
  @EventHandler
  void on(InvoiceReopened event, Stamp stamp) {
    move(stamp, INVOICE_UNPAID);
  }

  @EventHandler
  void on(InvoiceSettled event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @EventHandler
  void on(InvoiceWrittenOff event, Stamp stamp) {
    move(stamp, event.balanceAfter().isZero() ? NOWHERE : INVOICE_UNPAID);
  }

  @EventHandler
  void on(InvoiceVoided event, Stamp stamp) {
    move(stamp, NOWHERE);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.WORKFLOW_COUNTS);
    counts.empty();
  }

  private void begin(Stamp stamp, CountedState state) {
    counts.move(stamp.tenant(), CountedMove.begin(stamp.id(), stamp.version(), state));
  }

  private void move(Stamp stamp, CountedState state) {
    counts.move(stamp.tenant(), CountedMove.to(stamp.id(), stamp.version(), state));
  }
}
