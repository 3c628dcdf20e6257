package za.lexohub.messages.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaId;

/** What may be asked of a batch. Repeating a command that has had its effect changes nothing. */
public sealed interface InvoiceBatchCommands extends TenantCommand {

  InvoiceBatchId batchId();

  /** Asks for 1 to 500 invoices. */
  record RequestInvoiceBatch(
      @TargetAggregateIdentifier InvoiceBatchId batchId,
      TenantId tenant,
      List<ProFormaId> proFormas,
      List<MatterId> matters,
      LocalDate invoiceDate)
      implements InvoiceBatchCommands {
    public RequestInvoiceBatch {
      proFormas = List.copyOf(proFormas);
      matters = List.copyOf(matters);
      BusinessTime.plausible(invoiceDate);
      Shape.between("the number of ids", proFormas.size() + matters.size(), 1, 500);
    }
  }

  /** By the worker; the last entry completes the batch. */
  record RecordBatchItem(
      @TargetAggregateIdentifier InvoiceBatchId batchId,
      TenantId tenant,
      UUID item,
      BatchResult result,
      @Nullable InvoiceId invoiceId,
      @Nullable String code)
      implements InvoiceBatchCommands {}
}
