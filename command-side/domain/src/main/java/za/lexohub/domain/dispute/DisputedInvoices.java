package za.lexohub.domain.dispute;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.ResolvePaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.WithdrawPaymentDispute;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.party.PersonalData;

/** Opens and ends disputes, in one append with what their invoice says of it. */
@Component
public class DisputedInvoices {
  private final Repository<PaymentDispute> disputes;
  private final InvoiceAccounts invoices;

  DisputedInvoices(Repository<PaymentDispute> disputes, InvoiceAccounts invoices) {
    this.disputes = disputes;
    this.invoices = invoices;
  }

  @CommandHandler
  void decide(
      OpenPaymentDispute command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<PaymentDispute> dispute =
        Admission.loadOrCreate(
            disputes,
            PaymentDispute.class,
            command.disputeId(),
            PaymentDispute::new,
            command.tenant(),
            expectedVersion);
    if (dispute.invoke(PaymentDispute::isOpened)) {
      return;
    }
    InvoiceAccounts.Locked invoice = invoices.lock(command.invoiceId(), command.tenant());
    dispute.execute(it -> it.decide(command));
    invoice.dispute(command.disputeId(), command.disputedAmount());
  }

  @CommandHandler
  void decide(
      ResolvePaymentDispute command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    end(
        command.disputeId(),
        command.tenant(),
        expectedVersion,
        command.resolution(),
        command.notes());
  }

  @CommandHandler
  void decide(
      WithdrawPaymentDispute command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    end(
        command.disputeId(),
        command.tenant(),
        expectedVersion,
        DisputeResolution.WITHDRAWN,
        command.reason());
  }

  private void end(
      DisputeId disputeId,
      TenantId tenant,
      @Nullable String expectedVersion,
      DisputeResolution resolution,
      @Nullable PersonalData notes) {
    Aggregate<PaymentDispute> dispute =
        Admission.load(disputes, PaymentDispute.class, disputeId, tenant, expectedVersion);
    dispute.execute(PaymentDispute::requireUnresolved);
    InvoiceAccounts.Locked invoice =
        invoices.lock(dispute.invoke(PaymentDispute::invoiceId), tenant);
    dispute.execute(it -> it.resolve(resolution, notes));
    invoice.resolve(disputeId, resolution);
  }

  /**
   * Locks the dispute for this unit of work, before its invoice.
   *
   * @throws NotFound unless the tenant has such a dispute about this invoice
   */
  public void requireAbout(DisputeId disputeId, InvoiceId invoiceId, TenantId tenant) {
    Aggregate<PaymentDispute> dispute =
        Admission.load(disputes, PaymentDispute.class, disputeId, tenant);
    if (!dispute.invoke(PaymentDispute::invoiceId).equals(invoiceId)) {
      throw new NotFound("PaymentDispute");
    }
  }
}
