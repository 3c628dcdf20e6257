package za.lexohub.domain.retainer;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ReverseRetainerDrawdown;
import za.lexohub.messages.retainer.RetainerId;

/**
 * Draws on a retainer and pays the invoice with it, or takes both back: one append, or neither. To
 * the invoice it is a payment like any other.
 */
@Component
class RetainerDrawdowns {
  private final Repository<Retainer> retainers;
  private final InvoiceAccounts invoices;

  RetainerDrawdowns(Repository<Retainer> retainers, InvoiceAccounts invoices) {
    this.retainers = retainers;
    this.invoices = invoices;
  }

  @CommandHandler
  void decide(
      DrawDownRetainer command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Retainer> retainer = load(command, command.retainerId(), expectedVersion);
    if (retainer.invoke(it -> it.isRepeat(command))) {
      return;
    }
    InvoiceAccounts.Locked invoice = invoices.lock(command.invoiceId(), command.tenant());
    retainer.execute(it -> it.decide(command, invoice.matterId()));
    invoice.pay(
        command.paymentId(),
        command.amount(),
        PaymentMethod.RETAINER,
        command.drawnOn(),
        null,
        command.today());
  }

  @CommandHandler
  void decide(
      ReverseRetainerDrawdown command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<Retainer> retainer = load(command, command.retainerId(), expectedVersion);
    Drawdown drawdown = retainer.invoke(it -> it.requireDrawn(command.paymentId()));
    InvoiceAccounts.Locked invoice = invoices.lock(drawdown.invoiceId(), command.tenant());
    retainer.execute(it -> it.decide(command));
    invoice.reverse(command.paymentId(), command.reason(), command.today());
  }

  private Aggregate<Retainer> load(
      TenantCommand command, RetainerId retainerId, @Nullable String expectedVersion) {
    return Admission.load(retainers, Retainer.class, retainerId, command.tenant(), expectedVersion);
  }
}
