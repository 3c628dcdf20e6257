package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.BudgetLimit;
import za.lexohub.messages.matter.MatterCommands.SetMatterTerms;
import za.lexohub.messages.matter.MatterEvents.MatterBudgetExceeded;
import za.lexohub.messages.matter.MatterEvents.MatterEstimateChanged;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.scope.AmendmentId;

/**
 * The terms of a matter: above all what its fees were agreed to come to, and which agreed amounts
 * they outgrew.
 */
class Budget {
  private final Map<BudgetLimit, Money> agreed = new EnumMap<>(BudgetLimit.class);
  private final Map<BudgetLimit, Set<Money>> outgrown = new EnumMap<>(BudgetLimit.class);
  private final Supplier<MatterStatus> status;
  private @Nullable MatterTerms terms;
  private @Nullable AmendmentId lastAmendment;

  Budget(Supplier<MatterStatus> status) {
    this.status = status;
  }

  @CommandHandler
  void decide(SetMatterTerms command) {
    if (!command.terms().equals(terms)) {
      status.get().requireNotEnded();
      apply(new MatterTermsSet(command.matterId(), command.terms()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterTermsSet event) {
    terms = event.terms();
    agree(BudgetLimit.ESTIMATE, event.terms().estimate());
    agree(BudgetLimit.FEE_CAP, event.terms().feeCap());
  }

  Optional<Money> hourlyRate() {
    return Optional.ofNullable(terms).map(MatterTerms::hourlyRate);
  }

  /** This amount, or the estimate agreed now when that is more. */
  Money orEstimate(Money amount) {
    Money estimate = agreed.getOrDefault(BudgetLimit.ESTIMATE, Money.ZERO);
    return estimate.exceeds(amount) ? estimate : amount;
  }

  /** Does nothing when this amendment was the last to move it. */
  void estimate(MatterId matterId, Money estimate, AmendmentId amendmentId) {
    if (!amendmentId.equals(lastAmendment)) {
      apply(new MatterEstimateChanged(matterId, estimate, amendmentId));
    }
  }

  @EventSourcingHandler
  void evolve(MatterEstimateChanged event) {
    lastAmendment = event.amendmentId();
    agree(BudgetLimit.ESTIMATE, event.estimate());
    if (terms != null) {
      terms =
          new MatterTerms(
              terms.feeType(),
              event.estimate(),
              terms.feeCap(),
              terms.hourlyRate(),
              terms.urgent(),
              terms.prescriptionDate(),
              terms.nextCourtDate(),
              terms.expectedCompletion());
    }
  }

  /** Tells of each agreed amount that these fees outgrow, once, even if it is agreed again. */
  void compare(MatterId matterId, Money fees) {
    for (BudgetLimit limit : BudgetLimit.values()) {
      Money amount = agreed.get(limit);
      if (amount != null && outgrows(fees, limit, amount) && !isTold(limit, amount)) {
        apply(new MatterBudgetExceeded(matterId, limit, fees, amount));
      }
    }
  }

  @EventSourcingHandler
  void evolve(MatterBudgetExceeded event) {
    outgrown.computeIfAbsent(event.limit(), it -> new HashSet<>()).add(event.agreed());
  }

  private boolean isTold(BudgetLimit limit, Money amount) {
    return outgrown.getOrDefault(limit, Set.of()).contains(amount);
  }

  /** By more than what every estimate and every cap allows for (domain.md 2.9); exact. */
  private static boolean outgrows(Money fees, BudgetLimit limit, Money amount) {
    BigDecimal tolerated =
        switch (limit) {
          case ESTIMATE -> new BigDecimal("1.15");
          case FEE_CAP -> new BigDecimal("1.10");
        };
    return fees.toDecimal().compareTo(amount.toDecimal().multiply(tolerated)) > 0;
  }

  private void agree(BudgetLimit limit, @Nullable Money amount) {
    if (amount == null) {
      agreed.remove(limit);
    } else {
      agreed.put(limit, amount);
    }
  }
}
