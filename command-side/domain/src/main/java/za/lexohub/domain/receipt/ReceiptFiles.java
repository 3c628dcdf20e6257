package za.lexohub.domain.receipt;

import java.time.LocalDate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.receipt.ReceiptId;

/** Opens receipts for those who decide what may be erased. */
@Component
public class ReceiptFiles {
  private final Repository<Receipt> receipts;

  ReceiptFiles(Repository<Receipt> receipts) {
    this.receipts = receipts;
  }

  /**
   * Locks the receipt for this unit of work.
   *
   * @throws za.lexohub.messages.NotFound when the tenant has no such receipt
   */
  public Filed of(ReceiptId id, TenantId tenant) {
    return Admission.load(receipts, Receipt.class, id, tenant).invoke(Receipt::filed);
  }

  /**
   * @param held money is left or owed on it
   * @param lastEntryOn absent when it only leads to another receipt
   */
  public record Filed(boolean held, @Nullable LocalDate lastEntryOn) {}
}
