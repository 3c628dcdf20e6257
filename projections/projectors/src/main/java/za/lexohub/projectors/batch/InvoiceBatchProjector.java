package za.lexohub.projectors.batch;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchCompleted;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchItemDone;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.readmodels.batch.InvoiceBatchRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Follows batches of invoices, entry by entry. */
@ProcessingGroup(ReadModelGroups.INVOICE_BATCHES)
public final class InvoiceBatchProjector {

  private final InvoiceBatchRows batches;
  private final PublishedPositions positions;

  public InvoiceBatchProjector(InvoiceBatchRows batches, PublishedPositions positions) {
    this.batches = batches;
    this.positions = positions;
  }

  @EventHandler
  void on(InvoiceBatchRequested event, Stamp stamp) {
    batches.requested(
        stamp,
        event.invoiceDate(),
        event.proFormas().stream().map(ProFormaId::value).toList(),
        event.matters().stream().map(MatterId::value).toList());
  }

  @EventHandler
  void on(InvoiceBatchItemDone event, Stamp stamp) {
    batches.done(
        stamp,
        event.item(),
        event.result().name(),
        event.invoiceId() == null ? null : event.invoiceId().value(),
        event.code());
  }

  @EventHandler
  void on(InvoiceBatchCompleted event, Stamp stamp) {
    batches.completed(stamp);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.INVOICE_BATCHES);
    batches.empty();
  }
}
