package za.lexohub.domain.trust;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.trust.TrustAccountCommands.OpenTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.ReconcileTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.RefundTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.ReverseTrustTransfer;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountEvents.TrustAccountOpened;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyTransferred;
import za.lexohub.messages.trust.TrustAccountEvents.TrustReconciled;
import za.lexohub.messages.trust.TrustAccountEvents.TrustTransferReversed;
import za.lexohub.messages.trust.TrustAccountId;

/**
 * The clients' money that an advocate holds, one account in each tenant's books. Neither it nor the
 * balance of a matter falls below 0, and no matter's money is used for another (I15; Legal Practice
 * Act s86).
 */
@Aggregate(cache = "aggregateCache")
class TrustAccount implements TenantOwned {
  @AggregateIdentifier private TrustAccountId id;
  private @Nullable TenantId tenant;
  private @Nullable PersonalData bank;
  private @Nullable LocalDate openedOn;
  private Money balance = Money.ZERO;
  private final Map<MatterId, Money> ofMatters = new HashMap<>();
  private final Map<UUID, Entry> entries = new HashMap<>();
  private final Map<MatterId, LocalDate> lastEntries = new HashMap<>();

  TrustAccount() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(OpenTrustAccount command, Practices practices) {
    if (command.bank().equals(bank) && command.openedOn().equals(openedOn)) {
      return;
    }
    if (tenant != null) {
      throw new RuleViolated(
          Rule.TRUST_ACCOUNT_ALREADY_OPEN, "the practice has a trust account already");
    }
    practices.of(command.tenant()).requireTrustAccount(command.openedOn());
    apply(
        new TrustAccountOpened(
            command.trustAccountId(), command.tenant(), command.bank(), command.openedOn()));
  }

  @EventSourcingHandler
  void evolve(TrustAccountOpened event) {
    id = event.trustAccountId();
    tenant = event.tenantId();
    bank = event.bank();
    openedOn = event.openedOn();
  }

  /** The entry was made before by exactly this. */
  boolean isRepeat(UUID entryId, Entry entry) {
    Entry known = entries.get(entryId);
    if (known == null) {
      return false;
    }
    if (!known.is(entry)) {
      throw new RuleViolated(
          Rule.PAYMENT_ALREADY_RECORDED, "the trust account has another entry with this id");
    }
    return true;
  }

  /** Decided together with the number of the receipt. */
  void decide(ReceiveTrustMoney command, String receiptNumber) {
    requirePast(command.receivedOn(), command.today());
    apply(
        new TrustMoneyReceived(
            id,
            command.entryId(),
            command.matterId(),
            receiptNumber,
            command.amount(),
            command.method(),
            command.receivedOn(),
            command.reference(),
            of(command.matterId()).plus(command.amount()),
            balance.plus(command.amount())));
  }

  @EventSourcingHandler
  void evolve(TrustMoneyReceived event) {
    entries.put(event.entryId(), Entry.received(event));
    book(event.matterId(), event.receivedOn(), event.matterBalance(), event.balance());
  }

  /** Decided together with the payment, where it pays an invoice. */
  void decide(TransferTrustMoney command) {
    requirePast(command.transferredOn(), command.today());
    requireHeld(command.matterId(), command.amount());
    apply(
        new TrustMoneyTransferred(
            id,
            command.entryId(),
            command.matterId(),
            command.invoiceId(),
            command.authorization(),
            command.amount(),
            command.transferredOn(),
            command.reason(),
            of(command.matterId()).minus(command.amount()),
            balance.minus(command.amount())));
  }

  @EventSourcingHandler
  void evolve(TrustMoneyTransferred event) {
    entries.put(event.entryId(), Entry.transferred(event));
    book(event.matterId(), event.transferredOn(), event.matterBalance(), event.balance());
  }

  /** The transfer as it stands. */
  Entry requireTransferred(UUID entryId) {
    Entry entry = entries.get(entryId);
    if (entry == null || entry.kind() != Entry.Kind.TRANSFER) {
      throw new RuleViolated(Rule.DRAWDOWN_UNKNOWN, "the trust account has no such transfer");
    }
    if (entry.reversed()) {
      throw new RuleViolated(Rule.DRAWDOWN_ALREADY_REVERSED, "the transfer was reversed already");
    }
    return entry;
  }

  /** Decided together with the reversal on the invoice, where it paid one. */
  void decide(ReverseTrustTransfer command) {
    Entry entry = requireTransferred(command.entryId());
    // Words under the key of another file would outlive the erasure of this matter.
    if (!command.reason().subjectId().equals(DataSubjects.wording(entry.matterId().value()))) {
      throw new RuleViolated(
          Rule.TRUST_MONEY_OF_OTHER_MATTER, "the transfer is not of the matter that was named");
    }
    apply(
        new TrustTransferReversed(
            id,
            command.entryId(),
            entry.matterId(),
            entry.invoiceId(),
            entry.amount(),
            command.reason(),
            of(entry.matterId()).plus(entry.amount()),
            balance.plus(entry.amount())));
  }

  @EventSourcingHandler
  void evolve(TrustTransferReversed event, @Timestamp Instant at) {
    entries.computeIfPresent(event.entryId(), (entry, transfer) -> transfer.takenBack());
    book(event.matterId(), BusinessTime.dateAt(at), event.matterBalance(), event.balance());
  }

  @CommandHandler
  void decide(RefundTrustMoney command) {
    if (isRepeat(command.entryId(), Entry.of(command))) {
      return;
    }
    requirePast(command.refundedOn(), command.today());
    requireHeld(command.matterId(), command.amount());
    apply(
        new TrustMoneyRefunded(
            id,
            command.entryId(),
            command.matterId(),
            command.amount(),
            command.refundedOn(),
            command.reason(),
            of(command.matterId()).minus(command.amount()),
            balance.minus(command.amount())));
  }

  @EventSourcingHandler
  void evolve(TrustMoneyRefunded event) {
    entries.put(event.entryId(), Entry.refunded(event));
    book(event.matterId(), event.refundedOn(), event.matterBalance(), event.balance());
  }

  @CommandHandler
  void decide(ReconcileTrustAccount command) {
    requirePast(command.on(), command.today());
    apply(
        new TrustReconciled(
            id,
            command.on(),
            balance,
            command.bank(),
            command.bank().minus(balance),
            command.note()));
  }

  @EventSourcingHandler
  void evolve(TrustReconciled event) {
    // A look at the account: nothing follows from it for what may be moved.
  }

  private Money of(MatterId matter) {
    return ofMatters.getOrDefault(matter, Money.ZERO);
  }

  TrustFiles.Filed filed(MatterId matter) {
    return new TrustFiles.Filed(of(matter).isPositive(), lastEntries.get(matter));
  }

  private void book(MatterId matter, LocalDate on, Money matterBalance, Money total) {
    lastEntries.merge(matter, on, (one, other) -> one.isAfter(other) ? one : other);
    ofMatters.put(matter, matterBalance);
    balance = total;
  }

  private void requireHeld(MatterId matter, Money amount) {
    if (amount.exceeds(of(matter))) {
      throw new RuleViolated(
          Rule.TRUST_BALANCE_TOO_LOW,
          "only R " + of(matter).toDecimal().toPlainString() + " are held for the matter");
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
