package za.lexohub.readmodels.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * Money that belongs to no invoice yet.
 *
 * @param left what is neither allocated nor refunded; nothing once the payment it came with is
 *     reversed
 * @param owed what the client has to pay back, because it was refunded before that payment was
 *     reversed
 * @param overpaidInvoiceId whose payment it is the rest of
 * @param version the count of the receipt's events
 */
public record ReceiptView(
    UUID id,
    Money amount,
    Money left,
    Money owed,
    String method,
    LocalDate receivedOn,
    @Nullable UUID overpaidInvoiceId,
    @Nullable UUID matterId,
    @Nullable String reference,
    List<Allocation> allocations,
    List<Refund> refunds,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public ReceiptView {
    allocations = List.copyOf(allocations);
    refunds = List.copyOf(refunds);
  }

  /** So much of it pays an invoice. */
  public record Allocation(UUID paymentId, UUID invoiceId, Money amount, Instant at) {}

  /** So much of it went back. */
  public record Refund(Money amount, String reason, Instant at) {}
}
