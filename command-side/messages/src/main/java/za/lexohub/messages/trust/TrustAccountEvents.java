package za.lexohub.messages.trust;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * The entries of a trust account. Neither the balance of a matter nor the whole falls below 0
 * (I15). What a person types is sealed under the key of the matter.
 */
public sealed interface TrustAccountEvents extends DomainEvent {

  TrustAccountId trustAccountId();

  /** There is an account; {@code bank} is sealed under the advocate's own key. */
  @EventType("TrustAccountOpened")
  record TrustAccountOpened(
      TrustAccountId trustAccountId, TenantId tenantId, PersonalData bank, LocalDate openedOn)
      implements TrustAccountEvents {}

  /** Money came in for a matter, and a receipt was numbered. */
  @EventType("TrustMoneyReceived")
  record TrustMoneyReceived(
      TrustAccountId trustAccountId,
      UUID entryId,
      MatterId matterId,
      String receiptNumber,
      Money amount,
      PaymentMethod method,
      LocalDate receivedOn,
      @Nullable PersonalData reference,
      Money matterBalance,
      Money balance)
      implements TrustAccountEvents {}

  /**
   * Money left the account.
   *
   * @param entryId with an invoice, the id of its payment, which is recorded in the same append
   */
  @EventType("TrustMoneyTransferred")
  record TrustMoneyTransferred(
      TrustAccountId trustAccountId,
      UUID entryId,
      MatterId matterId,
      @Nullable InvoiceId invoiceId,
      TrustAuthorization authorization,
      Money amount,
      LocalDate transferredOn,
      PersonalData reason,
      Money matterBalance,
      Money balance)
      implements TrustAccountEvents {}

  /**
   * The transfer did not hold; with an invoice, the payment is reversed in the same append.
   *
   * @param entryId of the transfer
   */
  @EventType("TrustTransferReversed")
  record TrustTransferReversed(
      TrustAccountId trustAccountId,
      UUID entryId,
      MatterId matterId,
      @Nullable InvoiceId invoiceId,
      Money amount,
      PersonalData reason,
      Money matterBalance,
      Money balance)
      implements TrustAccountEvents {}

  /** Money went back to the client. */
  @EventType("TrustMoneyRefunded")
  record TrustMoneyRefunded(
      TrustAccountId trustAccountId,
      UUID entryId,
      MatterId matterId,
      Money amount,
      LocalDate refundedOn,
      PersonalData reason,
      Money matterBalance,
      Money balance)
      implements TrustAccountEvents {}

  /** The account was held against the bank's statement; {@code difference} is bank less ledger. */
  @EventType("TrustReconciled")
  record TrustReconciled(
      TrustAccountId trustAccountId,
      LocalDate on,
      Money ledger,
      Money bank,
      Money difference,
      @Nullable PersonalData note)
      implements TrustAccountEvents {}
}
