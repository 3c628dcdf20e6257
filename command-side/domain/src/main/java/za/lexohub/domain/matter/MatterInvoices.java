package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.work.WorkItemId;

/** The invoices that stand on a matter itself; those of its pro formas stand on the pro formas. */
class MatterInvoices {
  private final Map<InvoiceId, MatterInvoiced> standing = new HashMap<>();
  private int made;

  /** Does nothing when it stands already. */
  void add(
      MatterId matterId,
      InvoiceId invoiceId,
      InvoiceSource source,
      InvoiceType type,
      List<WorkItemId> workItems,
      Worksheet sheet) {
    if (standing.containsKey(invoiceId)) {
      return;
    }
    if (type == InvoiceType.FINAL
        && standing.values().stream().anyMatch(it -> it.invoiceType() == InvoiceType.FINAL)) {
      throw new RuleViolated(
          Rule.FINAL_INVOICE_EXISTS, "the matter has its final invoice already (I10)");
    }
    workItems.forEach(sheet::requireInProgress);
    apply(
        new MatterInvoiced(
            matterId, invoiceId, source, type, Math.incrementExact(made), workItems));
  }

  @EventSourcingHandler
  void evolve(MatterInvoiced event) {
    standing.put(event.invoiceId(), event);
    made = event.sequence();
  }

  /** Does nothing for an invoice that does not stand. */
  void release(InvoiceId invoiceId) {
    MatterInvoiced gone = standing.get(invoiceId);
    if (gone != null) {
      apply(new MatterInvoiceReleased(gone.matterId(), invoiceId, gone.workItems()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterInvoiceReleased event) {
    standing.remove(event.invoiceId());
  }

  /** Whether there never was one. */
  boolean isEmpty() {
    return made == 0;
  }
}
