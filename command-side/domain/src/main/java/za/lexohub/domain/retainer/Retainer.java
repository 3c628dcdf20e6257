package za.lexohub.domain.retainer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
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
import za.lexohub.messages.retainer.RetainerCommands.AgreeRetainer;
import za.lexohub.messages.retainer.RetainerCommands.CancelRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ExpireRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RefundRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ReverseRetainerDrawdown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerId;

/**
 * Money paid ahead on a matter: the advocate's own, and apart from trust money. Never below 0, and
 * never more than it holds or the invoice owes is drawn (I15). What is left when it ends can only
 * go back.
 */
@Aggregate(cache = "aggregateCache")
class Retainer implements TenantOwned {
  @AggregateIdentifier private RetainerId id;
  private @Nullable TenantId tenant;
  private RetainerAgreed agreed;
  private Term term;
  private RetainerState state;

  @AggregateMember private final RetainerMoney money = new RetainerMoney();

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
  }

  @CommandHandler
  void decide(DepositRetainer command) {
    if (money.isRepeat(command)) {
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
            money.plus(command.amount())));
    money.tellOfRise(id);
  }

  @EventSourcingHandler
  void evolve(RetainerDeposited event) {
    state = RetainerState.ACTIVE;
  }

  /** The invoice has been paid before by exactly this. */
  boolean isRepeat(DrawDownRetainer command) {
    return money.isRepeat(command);
  }

  /** Decided together with the payment on the invoice. */
  void decide(DrawDownRetainer command, @Nullable MatterId matterOfInvoice) {
    state.requireActive();
    if (!agreed.matterId().equals(matterOfInvoice)) {
      throw new RuleViolated(
          Rule.RETAINER_OF_OTHER_MATTER, "the invoice is not of the retainer's matter");
    }
    requirePast(command.drawnOn(), command.today());
    Money after = money.minus(command.amount());
    apply(
        new RetainerDrawnDown(
            id,
            command.invoiceId(),
            command.paymentId(),
            command.amount(),
            command.drawnOn(),
            after));
    money.tellOfFall(id);
    if (money.isNone()) {
      apply(new RetainerDepleted(id));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerDepleted event) {
    state = RetainerState.DEPLETED;
  }

  /** The drawdown as it stands. */
  Drawdown requireDrawn(PaymentId paymentId) {
    return money.requireDrawn(paymentId);
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
            money.plus(drawdown.amount())));
    money.tellOfRise(id);
  }

  @EventSourcingHandler
  void evolve(RetainerDrawdownReversed event) {
    if (state == RetainerState.DEPLETED) {
      state = RetainerState.ACTIVE;
    }
  }

  @CommandHandler
  void decide(RefundRetainer command) {
    requirePast(command.refundedOn(), command.today());
    requireOfMatter(command.reason());
    Money after = money.minus(command.amount());
    apply(
        new RetainerRefunded(id, command.amount(), command.refundedOn(), command.reason(), after));
    if (state.isOpen()) {
      money.tellOfFall(id);
    }
  }

  @EventSourcingHandler
  void evolve(RetainerRefunded event) {
    if (event.balanceAfter().isZero()) {
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
    state = money.isNone() ? RetainerState.DEPLETED : RetainerState.ACTIVE;
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

  RetainerFiles.Filed filed() {
    return new RetainerFiles.Filed(state.isOpen() || !money.isNone(), money.lastEntryOn());
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

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
