package za.lexohub.messages.retainer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of a retainer. The balance never falls below 0 (I15). What a person types is sealed
 * under the key of the matter.
 */
public sealed interface RetainerEvents extends DomainEvent {

  RetainerId retainerId();

  /**
   * There is a retainer; nothing is deposited yet.
   *
   * @param endsOn the last day, included
   * @param lowBalancePercent of {@code amount}, below which somebody is to be told
   */
  @EventType("RetainerAgreed")
  record RetainerAgreed(
      RetainerId retainerId,
      TenantId tenantId,
      MatterId matterId,
      RetainerType type,
      Money amount,
      LocalDate startsOn,
      @Nullable LocalDate endsOn,
      boolean autoRenew,
      int lowBalancePercent,
      @Nullable PersonalData terms)
      implements RetainerEvents {}

  /** Money came in. */
  @EventType("RetainerDeposited")
  record RetainerDeposited(
      RetainerId retainerId,
      UUID depositId,
      Money amount,
      PaymentMethod method,
      LocalDate depositedOn,
      @Nullable PersonalData reference,
      Money balanceAfter)
      implements RetainerEvents {}

  /** It paid an invoice of the matter; that payment is recorded in the same append. */
  @EventType("RetainerDrawnDown")
  record RetainerDrawnDown(
      RetainerId retainerId,
      InvoiceId invoiceId,
      PaymentId paymentId,
      Money amount,
      LocalDate drawnOn,
      Money balanceAfter)
      implements RetainerEvents {}

  /** The drawdown did not hold; the payment is reversed in the same append. */
  @EventType("RetainerDrawdownReversed")
  record RetainerDrawdownReversed(
      RetainerId retainerId,
      InvoiceId invoiceId,
      PaymentId paymentId,
      Money amount,
      PersonalData reason,
      Money balanceAfter)
      implements RetainerEvents {}

  /** The balance fell below its threshold; once per fall. */
  @EventType("RetainerBalanceLow")
  record RetainerBalanceLow(RetainerId retainerId, Money balance, Money threshold)
      implements RetainerEvents {}

  /** Nothing is left. */
  @EventType("RetainerDepleted")
  record RetainerDepleted(RetainerId retainerId) implements RetainerEvents {}

  /** A deposit brought the balance back to its threshold. */
  @EventType("RetainerReplenished")
  record RetainerReplenished(RetainerId retainerId) implements RetainerEvents {}

  /** Money went back. */
  @EventType("RetainerRefunded")
  record RetainerRefunded(
      RetainerId retainerId,
      Money amount,
      LocalDate refundedOn,
      PersonalData reason,
      Money balanceAfter)
      implements RetainerEvents {}

  /** One term more. */
  @EventType("RetainerRenewed")
  record RetainerRenewed(RetainerId retainerId, LocalDate startsOn, LocalDate endsOn)
      implements RetainerEvents {}

  /** The term is over. */
  @EventType("RetainerExpired")
  record RetainerExpired(RetainerId retainerId, LocalDate expiredOn) implements RetainerEvents {}

  /** It ends before its term. */
  @EventType("RetainerCancelled")
  record RetainerCancelled(RetainerId retainerId, PersonalData reason) implements RetainerEvents {}
}
