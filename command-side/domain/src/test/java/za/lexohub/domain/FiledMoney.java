package za.lexohub.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledReceipts;
import za.lexohub.messages.erasure.FiledRetainers;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerId;

/** The client's money by file, of which one piece may be committed only after the first look. */
@Component
public final class FiledMoney implements FiledRetainers, FiledReceipts {
  private final EventStorageEngine log;
  public @Nullable UUID late;

  /** How often rests were asked for. */
  public int asked;

  FiledMoney(EventStorageEngine log) {
    this.log = log;
  }

  @Override
  public List<RetainerId> retainersOn(TenantId tenant, MatterId matter) {
    return events(RetainerAgreed.class)
        .filter(it -> it.tenantId().equals(tenant) && it.matterId().equals(matter))
        .map(RetainerAgreed::retainerId)
        .filter(id -> isCommitted(id.value()))
        .toList();
  }

  @Override
  public List<ReceiptId> receiptsOn(TenantId tenant, MatterId matter) {
    return events(ReceiptRecorded.class)
        .filter(it -> it.tenantId().equals(tenant) && matter.equals(it.matterId()))
        .map(ReceiptRecorded::receiptId)
        .filter(id -> isCommitted(id.value()))
        .toList();
  }

  @Override
  public List<ReceiptId> restsOf(TenantId tenant, Set<InvoiceId> invoices) {
    asked++;
    return events(ReceiptRecorded.class)
        .filter(it -> it.tenantId().equals(tenant) && it.overpaidInvoice() != null)
        .filter(it -> invoices.contains(it.overpaidInvoice()))
        .map(ReceiptRecorded::receiptId)
        .toList();
  }

  private boolean isCommitted(UUID id) {
    boolean committed = !id.equals(late);
    if (!committed) {
      late = null;
    }
    return committed;
  }

  private <T> Stream<T> events(Class<T> type) {
    return log.readEvents(null, false)
        .map(EventMessage::getPayload)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
