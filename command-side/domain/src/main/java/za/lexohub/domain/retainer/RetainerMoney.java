package za.lexohub.domain.retainer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerReplenished;
import za.lexohub.messages.retainer.RetainerId;

/**
 * What a {@link Retainer} holds, never below 0, and each movement that led to it, once. Whether
 * money may move at all is the retainer's to say.
 */
class RetainerMoney {
  private static final BigDecimal PER_CENT = new BigDecimal("0.01");

  private Money balance = Money.ZERO;
  private Money threshold = Money.ZERO;
  private boolean low;
  private @Nullable LocalDate lastEntryOn;
  private final Map<UUID, RetainerDeposited> deposits = new HashMap<>();
  private final Map<PaymentId, Drawdown> drawdowns = new HashMap<>();

  @EventSourcingHandler
  void evolve(RetainerAgreed event) {
    threshold =
        event.amount().times(PER_CENT.multiply(BigDecimal.valueOf(event.lowBalancePercent())));
  }

  /** The same deposit was made before; refused when its id was used for another. */
  boolean isRepeat(DepositRetainer command) {
    RetainerDeposited known = deposits.get(command.depositId());
    if (known == null) {
      return false;
    }
    requireSame(
        known.amount().equals(command.amount())
            && known.method() == command.method()
            && known.depositedOn().equals(command.depositedOn()));
    return true;
  }

  @EventSourcingHandler
  void evolve(RetainerDeposited event) {
    deposits.put(event.depositId(), event);
    moved(event.depositedOn(), event.balanceAfter());
  }

  /** The invoice was paid before by exactly this; refused when the id was used for another. */
  boolean isRepeat(DrawDownRetainer command) {
    Drawdown known = drawdowns.get(command.paymentId());
    if (known == null) {
      return false;
    }
    requireSame(known.paid(command.invoiceId(), command.amount()));
    return true;
  }

  @EventSourcingHandler
  void evolve(RetainerDrawnDown event) {
    drawdowns.put(event.paymentId(), new Drawdown(event.invoiceId(), event.amount(), false));
    moved(event.drawnOn(), event.balanceAfter());
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

  @EventSourcingHandler
  void evolve(RetainerDrawdownReversed event, @Timestamp Instant at) {
    drawdowns.computeIfPresent(event.paymentId(), (payment, drawdown) -> drawdown.takenBack());
    moved(BusinessTime.dateAt(at), event.balanceAfter());
  }

  @EventSourcingHandler
  void evolve(RetainerRefunded event) {
    moved(event.refundedOn(), event.balanceAfter());
  }

  private void moved(LocalDate day, Money after) {
    lastEntryOn = lastEntryOn == null || day.isAfter(lastEntryOn) ? day : lastEntryOn;
    balance = after;
  }

  Money plus(Money amount) {
    return balance.plus(amount);
  }

  /** Refused beyond what it holds. */
  Money minus(Money amount) {
    if (amount.exceeds(balance)) {
      throw new RuleViolated(
          Rule.RETAINER_BALANCE_TOO_LOW,
          "the retainer holds only R " + balance.toDecimal().toPlainString());
    }
    return balance.minus(amount);
  }

  boolean isNone() {
    return balance.isZero();
  }

  @Nullable LocalDate lastEntryOn() {
    return lastEntryOn;
  }

  /** Once per fall below the threshold. */
  void tellOfFall(RetainerId id) {
    if (!low && threshold.exceeds(balance)) {
      apply(new RetainerBalanceLow(id, balance, threshold));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerBalanceLow event) {
    low = true;
  }

  void tellOfRise(RetainerId id) {
    if (low && !threshold.exceeds(balance)) {
      apply(new RetainerReplenished(id));
    }
  }

  @EventSourcingHandler
  void evolve(RetainerReplenished event) {
    low = false;
  }

  private static void requireSame(boolean same) {
    if (!same) {
      throw new RuleViolated(
          Rule.PAYMENT_ALREADY_RECORDED, "the retainer has another movement with this id");
    }
  }
}
