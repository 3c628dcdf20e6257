package za.lexohub.processes.eventbridge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;

/**
 * The {@code data} of each {@link Announcement}: ids, numbers, dates, codes and money, never a name
 * and never what somebody typed. A field is always there, null where there is nothing. Each has its
 * schema in {@code docs/schemas/bus}.
 */
final class Details {

  /**
   * @param total with VAT; what the quote comes to, asked of nobody
   * @param validUntil the last day on which it may be accepted
   */
  record QuoteSent(UUID proFormaId, int revision, Money total, LocalDate validUntil) {}

  /**
   * @param channel by which the attorney answered
   */
  record QuoteDeclined(UUID proFormaId, Channel channel, Instant declinedAt) {}

  /**
   * @param phase that nobody answered in
   */
  record QuoteExpired(UUID proFormaId, ExpiryPhase phase, Instant expiredAt) {}

  /**
   * @param total with VAT
   */
  record InvoiceSent(
      UUID invoiceId,
      @Nullable UUID matterId,
      String invoiceNumber,
      Money total,
      LocalDate invoiceDate,
      LocalDate dueDate) {}

  /**
   * @param since the day after the due date, Johannesburg time
   */
  record InvoiceOverdue(UUID invoiceId, LocalDate since, Money balance) {}

  /**
   * @param paidOn the latest date of the payments that stand
   */
  record InvoicePaid(UUID invoiceId, Money paid, LocalDate paidOn) {}

  record InvoiceVoided(UUID invoiceId, String invoiceNumber, @Nullable UUID proFormaId) {}

  /**
   * @param amount that will never be asked for
   */
  record InvoiceWrittenOff(UUID invoiceId, Money amount, Money balanceAfter) {}

  record InvoiceDisputed(UUID invoiceId, UUID disputeId, Money disputedAmount) {}

  record InvoiceDisputeResolved(UUID invoiceId, UUID disputeId, DisputeResolution resolution) {}

  /**
   * @param amount that the note takes off the invoice
   */
  record CreditNoteIssued(
      UUID creditNoteId, UUID invoiceId, String noteNumber, Money amount, Money balanceAfter) {}

  record PaymentRecorded(
      UUID paymentId,
      UUID invoiceId,
      Money amount,
      PaymentMethod method,
      LocalDate paymentDate,
      Money balanceAfter) {}

  record MatterOpened(UUID matterId, LocalDate openedOn) {}

  private Details() {}
}
