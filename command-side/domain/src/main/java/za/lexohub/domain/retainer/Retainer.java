package za.lexohub.domain.retainer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.retainer.RetainerCommands.AgreeRetainer;
import za.lexohub.messages.retainer.RetainerCommands.CancelRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ExpireRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RefundRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ReverseRetainerDrawdown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerReplenished;
import za.lexohub.messages.retainer.RetainerId;

/**
 * Money paid ahead on a matter: the advocate's own, and apart from trust money. Never below 0, and
 * never more than it holds or the invoice owes is drawn (I15). What is left when it ends can only
 * go back.
 */
@Aggregate(cache = "aggregateCache")
class Retainer implements TenantOwned {
  private static final BigDecimal PER_CENT = new BigDecimal("0.01");

  @AggregateIdentifier private RetainerId id;
  private @Nullable TenantId tenant;
  private RetainerAgreed agreed;
  private Term term;
  private RetainerState state;
  private Money balance = Money.ZERO;
  private Money threshold = Money.ZERO;
  private boolean low;
  private @Nullable LocalDate lastEntryOn;
  private final Map<UUID, RetainerDeposited> deposits = new HashMap<>();
  private final Map<PaymentId, Drawdown> drawdowns = new HashMap<>();

  Retainer() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(AgreeRetainer command, MatterFiles matters) {
    if (state != null) {
      return;
    }
    matters.of(command.matterId(), command.tenant()).requireOpen();
    apply(
        new RetainerAgreed(
            command.retainerId(),
            command.tenant(),
            command.matterId(),
            command.type(),
            command.amount(),
            command.startsOn(),
            command.endsOn(),
            command.autoRenew(),
            command.lowBalancePercent(),
            command.terms()));
  }

  @EventSourcingHandler
  void evolve(RetainerAgreed event) {
    id = event.retainerId();
    tenant = event.tenantId();
    agreed = event;
    term = new Term(event.startsOn(), event.endsOn());
    state = RetainerState.ACTIVE;
    threshold =
        event.amount().times(PER_CENT.multiply(BigDecimal.valueOf(event.lowBalancePercent())));
  }

  @CommandHandler
  void decide(DepositRetainer command) {
    Money after = balance.plus(command.amount());
    RetainerDeposited known = deposits.get(command.depositId());
    if (known != null) {
      requireSame(
          known.amount().equals(command.amount())
              && known.method() == command.method()
              && known.depositedOn().equals(command.depositedOn()));
      return;
    }
    state.requireOpen();
    requirePast(command.depositedOn(), command.today());
    requireOfMatter(command.reference());
    apply(
        new RetainerDeposited(
            id,
            command.depositId(),
            command.amount(),
            command.method(),
            command.depositedOn(),
            command.reference(),
            after));
    tellOfRise();
  }

  @EventSourcingHandler
  void evolve(RetainerDeposited event) {
    deposits.put(event.depositId(), event);
    entered(event.depositedOn());
    balance = event.balanceAfter();
    state = RetainerState.ACTIVE;
  }

  /** The invoice has been paid before by exactly this. */
  boolean isRepeat(DrawDownRetainer command) {
    Drawdown known = drawdowns.get(command.paymentId());
    if (known == null) {
      return false;
    }
    requireSame(known.paid(command.invoiceId(), command.amount()));
    return true;
  }

  /** Decided together with the payment on the invoice. */
  void decide(DrawDownRetainer command, @Nullable MatterId matterOfInvoice) {
    state.requireActive();
    if (!agreed.matterId().equals(matterOfInvoice)) {
      throw new RuleViolated(
          Rule.RETAINER_OF_OTHER_MATTER, "the invoice is not of the retainer's matter");
    }
    requirePast(command.drawnOn(), command.today());
    Money after = lowered(command.amount());
    apply(
        new RetainerDrawnDown(
            id,
            command.invoiceId(),
            command.paymentId(),
            command.amount(),
            command.drawnOn(),
            after));
    tellOfFall();
    if (balance.isZero()) {
      apply(new RetainerDepleted(id));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerDrawnDown event) {
    drawdowns.put(event.paymentId(), new Drawdown(event.invoiceId(), event.amount(), false));
    entered(event.drawnOn());
    balance = event.balanceAfter();
  }

  @EventSourcingHandler
  void evolve(RetainerDepleted event) {
    state = RetainerState.DEPLETED;
  }

  /** The drawdown as it stands. */
  Drawdown requireDrawn(PaymentId paymentId) {
    Drawdown drawdown = drawdowns.get(paymentId);
    if (drawdown == null) {
      throw new RuleViolated(Rule.DRAWDOWN_UNKNOWN, "the retainer has no such drawdown");
    }
    if (drawdown.reversed()) {
      throw new RuleViolated(Rule.DRAWDOWN_ALREADY_REVERSED, "the drawdown was reversed already");
    }
    return drawdown;
  }

  /** Decided together with the reversal on the invoice; also when the retainer has ended since. */
  void decide(ReverseRetainerDrawdown command) {
    Drawdown drawdown = requireDrawn(command.paymentId());
    requireOfMatter(command.reason());
    apply(
        new RetainerDrawdownReversed(
            id,
            drawdown.invoiceId(),
            command.paymentId(),
            drawdown.amount(),
            command.reason(),
            balance.plus(drawdown.amount())));
    tellOfRise();
  }

  @EventSourcingHandler
  void evolve(RetainerDrawdownReversed event, @Timestamp Instant at) {
    entered(BusinessTime.dateAt(at));
    drawdowns.computeIfPresent(event.paymentId(), (payment, drawdown) -> drawdown.takenBack());
    balance = event.balanceAfter();
    if (state == RetainerState.DEPLETED) {
      state = RetainerState.ACTIVE;
    }
  }

  @CommandHandler
  void decide(RefundRetainer command) {
    requirePast(command.refundedOn(), command.today());
    requireOfMatter(command.reason());
    Money after = lowered(command.amount());
    apply(
        new RetainerRefunded(id, command.amount(), command.refundedOn(), command.reason(), after));
    if (state.isOpen()) {
      tellOfFall();
    }
  }

  @EventSourcingHandler
  void evolve(RetainerRefunded event) {
    entered(event.refundedOn());
    balance = event.balanceAfter();
    if (balance.isZero()) {
      state = RetainerState.REFUNDED;
    }
  }

  @CommandHandler
  void decide(RenewRetainer command) {
    if (command.endsOn() == null) {
      if (state.isOpen() && agreed.autoRenew() && term.isOverOn(command.today())) {
        apply(new RetainerRenewed(id, term.firstDayAfter(), term.endOfNext()));
      }
      return;
    }
    if (command.endsOn().equals(term.endsOn())) {
      return;
    }
    if (!(state.isOpen() || state == RetainerState.EXPIRED)
        || term.endsOn() == null
        || !command.endsOn().isAfter(term.endsOn())) {
      throw new RuleViolated(
          Rule.RETAINER_NOT_RENEWABLE,
          "only a retainer with a term is renewed, and until after that term");
    }
    apply(new RetainerRenewed(id, term.firstDayAfter(), command.endsOn()));
  }

  @EventSourcingHandler
  void evolve(RetainerRenewed event) {
    term = new Term(event.startsOn(), event.endsOn());
    state = balance.isZero() ? RetainerState.DEPLETED : RetainerState.ACTIVE;
  }

  @CommandHandler
  void decide(ExpireRetainer command) {
    if (state.isOpen() && term.isOverOn(command.today())) {
      apply(new RetainerExpired(id, term.firstDayAfter()));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerExpired event) {
    state = RetainerState.EXPIRED;
  }

  @CommandHandler
  void decide(CancelRetainer command) {
    if (state == RetainerState.CANCELLED) {
      return;
    }
    state.requireOpen();
    requireOfMatter(command.reason());
    apply(new RetainerCancelled(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(RetainerCancelled event) {
    state = RetainerState.CANCELLED;
  }

  private void entered(LocalDate day) {
    lastEntryOn = lastEntryOn == null || day.isAfter(lastEntryOn) ? day : lastEntryOn;
  }

  RetainerFiles.Filed filed() {
    return new RetainerFiles.Filed(state.isOpen() || balance.isPositive(), lastEntryOn);
  }

  private Money lowered(Money amount) {
    if (amount.exceeds(balance)) {
      throw new RuleViolated(
          Rule.RETAINER_BALANCE_TOO_LOW,
          "the retainer holds only R " + balance.toDecimal().toPlainString());
    }
    return balance.minus(amount);
  }

  private void tellOfFall() {
    if (!low && threshold.exceeds(balance)) {
      apply(new RetainerBalanceLow(id, balance, threshold));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerBalanceLow event) {
    low = true;
  }

  private void tellOfRise() {
    if (low && !threshold.exceeds(balance)) {
      apply(new RetainerReplenished(id));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerReplenished event) {
    low = false;
  }

  /** Words under the key of another file would outlive the erasure of this matter. */
  private void requireOfMatter(@Nullable PersonalData words) {
    if (words != null
        && !words.subjectId().equals(DataSubjects.wording(agreed.matterId().value()))) {
      throw new RuleViolated(
          Rule.RETAINER_OF_OTHER_MATTER, "the retainer is not of the matter that was named");
    }
  }

  private static void requirePast(LocalDate date, LocalDate today) {
    if (date.isAfter(today)) {
      throw new RuleViolated(Rule.PAYMENT_DATE_IN_FUTURE, "money cannot move on a day to come");
    }
  }

  private static void requireSame(boolean same) {
    if (!same) {
      throw new RuleViolated(
          Rule.PAYMENT_ALREADY_RECORDED, "the retainer has another movement with this id");
    }
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
