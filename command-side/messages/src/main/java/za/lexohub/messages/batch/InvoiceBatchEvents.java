package za.lexohub.messages.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.serialization.EventType;

/** A batch of invoices, from the request to the last entry. */
public sealed interface InvoiceBatchEvents extends DomainEvent {

  InvoiceBatchId batchId();

  /** These are to be invoiced on that date. */
  @EventType("InvoiceBatchRequested")
  record InvoiceBatchRequested(
      InvoiceBatchId batchId,
      TenantId tenantId,
      List<ProFormaId> proFormas,
      List<MatterId> matters,
      LocalDate invoiceDate)
      implements InvoiceBatchEvents {
    public InvoiceBatchRequested {
      proFormas = List.copyOf(proFormas);
      matters = List.copyOf(matters);
    }
  }

  /**
   * One entry is dealt with.
   *
   * @param item the id of the pro forma or matter
   * @param code of the rule that refused
   */
  @EventType("InvoiceBatchItemDone")
  record InvoiceBatchItemDone(
      InvoiceBatchId batchId,
      UUID item,
      BatchResult result,
      @Nullable InvoiceId invoiceId,
      @Nullable String code)
      implements InvoiceBatchEvents, Bookkeeping {}

  /** Every entry is dealt with. */
  @EventType("InvoiceBatchCompleted")
  record InvoiceBatchCompleted(InvoiceBatchId batchId, int invoiced, int refused)
      implements InvoiceBatchEvents, Bookkeeping {}
}
