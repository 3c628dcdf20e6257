package za.lexohub.domain.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.proforma.MatterMoney;
import za.lexohub.domain.receipt.ReceiptFiles;
import za.lexohub.domain.retainer.RetainerFiles;
import za.lexohub.domain.trust.TrustFiles;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledReceipts;
import za.lexohub.messages.erasure.FiledRetainers;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.messages.retainer.RetainerId;

/**
 * Looks for money of a file that no invoice has taken. What is held has to go back first: nothing
 * more could be written about it once the file's words are erased.
 */
@Component
class ClientMoneyLook implements MatterMoney {
  private final FiledReceipts filedReceipts;
  private final FiledRetainers filedRetainers;
  private final ReceiptFiles receipts;
  private final RetainerFiles retainers;
  private final TrustFiles trust;

  ClientMoneyLook(
      FiledReceipts filedReceipts,
      FiledRetainers filedRetainers,
      ReceiptFiles receipts,
      RetainerFiles retainers,
      TrustFiles trust) {
    this.filedReceipts = filedReceipts;
    this.filedRetainers = filedRetainers;
    this.receipts = receipts;
    this.retainers = retainers;
    this.trust = trust;
  }

  @Override
  public boolean isOn(MatterId matterId, TenantId tenant) {
    Found found = of(matterId, tenant);
    return found.held() || found.lastEntryOn() != null;
  }

  /** What lies on a matter itself. */
  Found of(MatterId matter, TenantId tenant) {
    Found found = on(filedReceipts.receiptsOn(tenant, matter), tenant);
    for (RetainerId id : filedRetainers.retainersOn(tenant, matter)) {
      RetainerFiles.Filed retainer = retainers.of(id, tenant);
      found = found.and(retainer.inUse(), retainer.lastEntryOn());
    }
    TrustFiles.Filed money = trust.of(matter, tenant);
    return found.and(money.held(), money.lastEntryOn());
  }

  /** What is left of payments that were too much for one of the invoices: the log is asked once. */
  Found of(Set<InvoiceId> invoices, TenantId tenant) {
    return on(filedReceipts.restsOf(tenant, invoices), tenant);
  }

  private Found on(List<ReceiptId> ids, TenantId tenant) {
    Found found = new Found(false, null);
    for (ReceiptId id : ids) {
      ReceiptFiles.Filed receipt = receipts.of(id, tenant);
      found = found.and(receipt.held(), receipt.lastEntryOn());
    }
    return found;
  }

  /**
   * @param lastEntryOn absent when no money ever moved
   */
  record Found(boolean held, @Nullable LocalDate lastEntryOn) {

    private Found and(boolean more, @Nullable LocalDate day) {
      boolean isLater = lastEntryOn == null || (day != null && day.isAfter(lastEntryOn));
      return new Found(held || more, isLater ? day : lastEntryOn);
    }
  }
}
