package za.lexohub.domain.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.matter.ErasedMatters;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RecordReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RefundReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RepayReceipt;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationTraced;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptCancelled;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptOverdrawn;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRepaid;
import za.lexohub.messages.receipt.ReceiptId;

/**
 * Money that came in without an invoice, or beyond one. Lives: recorded, then allocated to invoices
 * and refunded until nothing is left, or cancelled. The recorded amount is always what stands
 * allocated, was refunded or cancelled, and is left. What was refunded of money that then turns out
 * never to have come in, the client owes until it is repaid. Under an id that {@link PaymentTraces}
 * gives there may instead be no more than a trace to the receipt that paid an invoice.
 */
@Aggregate(cache = "aggregateCache")
class Receipt implements TenantOwned {
  private record Allocation(InvoiceId invoiceId, Money amount) {}

  @AggregateIdentifier private ReceiptId id;
  private @Nullable TenantId tenant;
  private Money recorded = Money.ZERO;
  private Money left = Money.ZERO;
  private Money refunded = Money.ZERO;
  private Money owed = Money.ZERO;
  private PaymentMethod method;
  private LocalDate receivedOn;
  private boolean restOfPayment;
  private boolean cancelled;
  private @Nullable LocalDate lastEntryOn;
  private @Nullable ReceiptId source;
  private final Map<PaymentId, Allocation> allocations = new HashMap<>();
  private final Map<UUID, ReceiptRepaid> repayments = new HashMap<>();

  Receipt() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RecordReceipt command, MatterFiles matters, ErasedMatters erased) {
    if (tenant != null) {
      return;
    }
    if (command.receivedOn().isAfter(command.today())) {
      throw new RuleViolated(
          Rule.PAYMENT_DATE_IN_FUTURE, "money cannot have come in on a day to come");
    }
    if (command.matterId() != null) {
      // Closed or not: a client may pay too much to the last. Erased, nobody would know whose.
      matters.of(command.matterId(), command.tenant()).requireNotDeclined();
      erased.requireLive(command.matterId(), command.tenant());
    }
    apply(
        new ReceiptRecorded(
            command.receiptId(),
            command.tenant(),
            command.amount(),
            command.method(),
            command.receivedOn(),
            null,
            command.matterId(),
            command.reference()));
  }

  /** What an invoice could not take of a payment. */
  void keepRest(ReceiptId receipt, RecordPayment payment, Money rest) {
    apply(
        new ReceiptRecorded(
            receipt,
            payment.tenant(),
            rest,
            payment.method(),
            payment.paymentDate(),
            payment.invoiceId(),
            null,
            payment.reference()));
  }

  /** Something began under its id. */
  boolean isKnown() {
    return tenant != null;
  }

  /** Nothing before it is recorded. */
  Money recorded() {
    return recorded;
  }

  @EventSourcingHandler
  void evolve(ReceiptRecorded event, @Timestamp Instant at) {
    id = event.receiptId();
    tenant = event.tenantId();
    recorded = event.amount();
    left = event.amount();
    method = event.method();
    receivedOn = event.receivedOn();
    restOfPayment = event.overpaidInvoice() != null;
    entered(event.receivedOn());
    entered(BusinessTime.dateAt(at));
  }

  /** The same allocation was made before; refused when its payment id was used for another. */
  boolean isRepeat(AllocateReceipt command) {
    Allocation known = allocations.get(command.paymentId());
    if (known == null) {
      return false;
    }
    if (!known.equals(new Allocation(command.invoiceId(), command.amount()))) {
      throw new RuleViolated(
          Rule.PAYMENT_ALREADY_RECORDED, "the receipt has another allocation with this id");
    }
    return true;
  }

  void decide(AllocateReceipt command) {
    requireLeft(command.amount());
    apply(
        new ReceiptAllocated(
            id,
            command.invoiceId(),
            command.paymentId(),
            command.amount(),
            left.minus(command.amount())));
  }

  @EventSourcingHandler
  void evolve(ReceiptAllocated event, @Timestamp Instant at) {
    allocations.put(event.paymentId(), new Allocation(event.invoiceId(), event.amount()));
    left = event.left();
    entered(BusinessTime.dateAt(at));
  }

  /** Begins the trace of a payment. */
  void trace(ReceiptId trace, AllocateReceipt command) {
    apply(
        new ReceiptAllocationTraced(
            trace,
            command.tenant(),
            command.invoiceId(),
            command.paymentId(),
            command.receiptId()));
  }

  @EventSourcingHandler
  void evolve(ReceiptAllocationTraced event) {
    id = event.receiptId();
    tenant = event.tenantId();
    source = event.source();
  }

  boolean leadsTo(ReceiptId receipt) {
    return receipt.equals(source);
  }

  /** The receipt that this is the trace of. */
  Optional<ReceiptId> source() {
    return Optional.ofNullable(source);
  }

  /** The invoice has taken back a payment that came out of this. */
  void takeBack(ReversePayment command) {
    Allocation it = allocations.get(command.paymentId());
    apply(
        new ReceiptAllocationReversed(
            id, it.invoiceId(), command.paymentId(), it.amount(), left.plus(it.amount())));
  }

  @EventSourcingHandler
  void evolve(ReceiptAllocationReversed event, @Timestamp Instant at) {
    // The allocation stays known: asked for again, it was made before.
    left = event.left();
    entered(BusinessTime.dateAt(at));
  }

  /** The invoice has taken back the payment that this is the rest of, if it is one. */
  void cancelRest() {
    if (!restOfPayment || cancelled) {
      return;
    }
    if (!left.plus(refunded).equals(recorded)) {
      throw new RuleViolated(
          Rule.RECEIPT_EXCEEDED,
          "of what was overpaid R "
              + recorded.minus(left).minus(refunded).toDecimal().toPlainString()
              + " pays other invoices; those payments have to be reversed first",
          Map.of("receiptId", id.toString()));
    }
    if (!refunded.isZero()) {
      apply(new ReceiptOverdrawn(id, left, refunded));
      return;
    }
    apply(new ReceiptCancelled(id, recorded));
  }

  @EventSourcingHandler
  void evolve(ReceiptCancelled event, @Timestamp Instant at) {
    cancelled = true;
    left = Money.ZERO;
    entered(BusinessTime.dateAt(at));
  }

  @EventSourcingHandler
  void evolve(ReceiptOverdrawn event, @Timestamp Instant at) {
    cancelled = true;
    left = Money.ZERO;
    owed = event.owed();
    entered(BusinessTime.dateAt(at));
  }

  @CommandHandler
  void decide(RepayReceipt command) {
    ReceiptRepaid known = repayments.get(command.repaymentId());
    if (known != null) {
      requireSame(known, command);
      return;
    }
    if (command.receivedOn().isAfter(command.today())) {
      throw new RuleViolated(
          Rule.PAYMENT_DATE_IN_FUTURE, "money cannot have come in on a day to come");
    }
    if (command.amount().exceeds(owed)) {
      throw new RuleViolated(
          Rule.RECEIPT_EXCEEDED,
          "on the receipt only R " + owed.toDecimal().toPlainString() + " is owed");
    }
    apply(
        new ReceiptRepaid(
            id,
            command.repaymentId(),
            command.amount(),
            command.method(),
            command.receivedOn(),
            owed.minus(command.amount())));
  }

  private static void requireSame(ReceiptRepaid known, RepayReceipt command) {
    if (!known.amount().equals(command.amount())
        || known.method() != command.method()
        || !known.receivedOn().equals(command.receivedOn())) {
      throw new RuleViolated(
          Rule.PAYMENT_ALREADY_RECORDED, "the receipt has another repayment with this id");
    }
  }

  @EventSourcingHandler
  void evolve(ReceiptRepaid event, @Timestamp Instant at) {
    repayments.put(event.repaymentId(), event);
    owed = event.owed();
    entered(event.receivedOn());
    entered(BusinessTime.dateAt(at));
  }

  @CommandHandler
  void decide(RefundReceipt command) {
    requireLeft(command.amount());
    apply(
        new ReceiptRefunded(id, command.amount(), command.reason(), left.minus(command.amount())));
  }

  @EventSourcingHandler
  void evolve(ReceiptRefunded event, @Timestamp Instant at) {
    left = event.left();
    refunded = refunded.plus(event.amount());
    entered(BusinessTime.dateAt(at));
  }

  private void entered(LocalDate day) {
    lastEntryOn = lastEntryOn == null || day.isAfter(lastEntryOn) ? day : lastEntryOn;
  }

  ReceiptFiles.Filed filed() {
    return new ReceiptFiles.Filed(left.isPositive() || owed.isPositive(), lastEntryOn);
  }

  private void requireLeft(Money amount) {
    if (amount.exceeds(left)) {
      throw new RuleViolated(
          Rule.RECEIPT_EXCEEDED,
          "the receipt has only R " + left.toDecimal().toPlainString() + " left");
    }
  }

  PaymentMethod method() {
    return method;
  }

  LocalDate receivedOn() {
    return receivedOn;
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
