package za.lexohub.domain.batch;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.Changes;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.batch.BatchResult;
import za.lexohub.messages.batch.InvoiceBatchCommands.RecordBatchItem;
import za.lexohub.messages.batch.InvoiceBatchCommands.RequestInvoiceBatch;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchCompleted;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchItemDone;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * One request to invoice many. Each entry is dealt with on its own and once, so that one refusal
 * keeps no other from being invoiced; the last one completes the batch.
 */
@Aggregate(cache = "aggregateCache")
class InvoiceBatch implements TenantOwned {
  @AggregateIdentifier private InvoiceBatchId id;
  private @Nullable TenantId tenant;
  private final Set<UUID> open = new LinkedHashSet<>();
  private final Set<UUID> done = new LinkedHashSet<>();
  private final Map<BatchResult, Integer> results = new EnumMap<>(BatchResult.class);

  @AggregateMember private final Changes changes = new Changes();

  InvoiceBatch() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  /** An id that is named twice is one entry. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RequestInvoiceBatch command, Practices practices) {
    if (tenant != null) {
      return;
    }
    practices.of(command.tenant());
    apply(
        new InvoiceBatchRequested(
            command.batchId(),
            command.tenant(),
            command.proFormas().stream().distinct().toList(),
            command.matters().stream().distinct().toList(),
            command.invoiceDate()));
  }

  @EventSourcingHandler
  void evolve(InvoiceBatchRequested event) {
    id = event.batchId();
    tenant = event.tenantId();
    event.proFormas().stream().map(ProFormaId::value).forEach(open::add);
    event.matters().stream().map(MatterId::value).forEach(open::add);
  }

  @CommandHandler
  void decide(RecordBatchItem command) {
    if (done.contains(command.item())) {
      return;
    }
    if (!open.contains(command.item())) {
      throw new NotFound("entry " + command.item() + " of this batch");
    }
    apply(
        new InvoiceBatchItemDone(
            id, command.item(), command.result(), command.invoiceId(), command.code()));
    if (open.isEmpty()) {
      apply(
          new InvoiceBatchCompleted(
              id,
              count(BatchResult.INVOICED) + count(BatchResult.STARTED),
              count(BatchResult.REFUSED)));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceBatchItemDone event) {
    open.remove(event.item());
    done.add(event.item());
    results.merge(event.result(), 1, Integer::sum);
  }

  @EventSourcingHandler
  void evolve(InvoiceBatchCompleted event) {
    // Follows from the entries.
  }

  private int count(BatchResult result) {
    return results.getOrDefault(result, 0);
  }

  @Override
  public long decidableFrom(long presentVersion) {
    return changes.last();
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
