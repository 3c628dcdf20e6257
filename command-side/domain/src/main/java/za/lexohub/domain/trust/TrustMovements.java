package za.lexohub.domain.trust;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.ReverseTrustTransfer;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountId;

/**
 * Moves trust money together with the number of its receipt or the payment of its invoice: one
 * append, or neither. To the invoice it is a payment like any other.
 */
@Component
class TrustMovements {
  private final Numbers numbers;
  private final Repository<TrustAccount> accounts;
  private final InvoiceAccounts invoices;
  private final MatterFiles matters;
  private final Practices practices;

  TrustMovements(
      Numbers numbers,
      Repository<TrustAccount> accounts,
      InvoiceAccounts invoices,
      MatterFiles matters,
      Practices practices) {
    this.numbers = numbers;
    this.accounts = accounts;
    this.invoices = invoices;
    this.matters = matters;
    this.practices = practices;
  }

  @CommandHandler
  void decide(
      ReceiveTrustMoney command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    int year = command.receivedOn().getYear();
    Numbers.Locked receipts =
        numbers.lock(new NumberSequenceId(command.tenant(), NumberSeries.TRUST_RECEIPT, year));
    Aggregate<TrustAccount> account = load(command, command.trustAccountId(), expectedVersion);
    if (account.invoke(it -> it.isRepeat(command.entryId(), Entry.of(command)))) {
      return;
    }
    Practice practice = practices.of(command.tenant());
    practice.requireTrustAccount(command.receivedOn());
    matters.of(command.matterId(), command.tenant()).requireOpen();
    String number = receipts.next(practice, command.entryId().toString());
    account.execute(it -> it.decide(command, number));
  }

  @CommandHandler
  void decide(
      TransferTrustMoney command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<TrustAccount> account = load(command, command.trustAccountId(), expectedVersion);
    if (account.invoke(it -> it.isRepeat(command.entryId(), Entry.of(command)))) {
      return;
    }
    practices.of(command.tenant()).requireTrustAccount(command.transferredOn());
    InvoiceAccounts.@Nullable Locked invoice =
        command.invoiceId() == null ? null : invoices.lock(command.invoiceId(), command.tenant());
    if (invoice != null && !command.matterId().equals(invoice.matterId())) {
      throw new RuleViolated(
          Rule.TRUST_MONEY_OF_OTHER_MATTER, "the invoice is not of the matter whose money it is");
    }
    account.execute(it -> it.decide(command));
    if (invoice != null) {
      invoice.pay(
          new PaymentId(command.entryId()),
          command.amount(),
          PaymentMethod.TRUST_TRANSFER,
          command.transferredOn(),
          null,
          command.today());
    }
  }

  @CommandHandler
  void decide(
      ReverseTrustTransfer command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<TrustAccount> account = load(command, command.trustAccountId(), expectedVersion);
    Entry transfer = account.invoke(it -> it.requireTransferred(command.entryId()));
    InvoiceAccounts.@Nullable Locked invoice =
        transfer.invoiceId() == null ? null : invoices.lock(transfer.invoiceId(), command.tenant());
    account.execute(it -> it.decide(command));
    if (invoice != null) {
      invoice.reverse(new PaymentId(command.entryId()), command.reason(), command.today());
    }
  }

  private Aggregate<TrustAccount> load(
      TenantCommand command, TrustAccountId accountId, @Nullable String expectedVersion) {
    return Admission.load(
        accounts, TrustAccount.class, accountId, command.tenant(), expectedVersion);
  }
}
