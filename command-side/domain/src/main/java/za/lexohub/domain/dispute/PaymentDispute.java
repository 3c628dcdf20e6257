package za.lexohub.domain.dispute;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.PaymentDisputeCommands.AnswerPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.EscalatePaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeAnswered;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeEscalated;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeOpened;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeResolved;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.party.PersonalData;

/**
 * A dispute about an invoice. Lives: opened, answered as often as there is something to say,
 * escalated at most once, resolved. A resolution says how it ended; the credit note or write-off
 * that it names is made by whoever makes such things.
 */
@Aggregate(cache = "aggregateCache")
class PaymentDispute implements TenantOwned {
  @AggregateIdentifier private DisputeId id;
  private @Nullable TenantId tenant;
  private InvoiceId invoiceId;
  private boolean escalated;
  private boolean resolved;

  PaymentDispute() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  boolean isOpened() {
    return tenant != null;
  }

  void decide(OpenPaymentDispute command) {
    apply(
        new PaymentDisputeOpened(
            command.disputeId(),
            command.tenant(),
            command.invoiceId(),
            command.type(),
            command.disputedAmount(),
            command.reason(),
            command.channel(),
            command.openedBy()));
  }

  @EventSourcingHandler
  void evolve(PaymentDisputeOpened event) {
    id = event.disputeId();
    tenant = event.tenantId();
    invoiceId = event.invoiceId();
  }

  @CommandHandler
  void decide(AnswerPaymentDispute command) {
    requireUnresolved();
    apply(new PaymentDisputeAnswered(id, command.response()));
  }

  @EventSourcingHandler
  void evolve(PaymentDisputeAnswered event) {
    // What was said does not decide anything.
  }

  @CommandHandler
  void decide(EscalatePaymentDispute command) {
    requireUnresolved();
    if (escalated) {
      throw new RuleViolated(Rule.DISPUTE_NOT_OPEN, "the dispute is escalated already");
    }
    apply(new PaymentDisputeEscalated(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(PaymentDisputeEscalated event) {
    escalated = true;
  }

  void resolve(DisputeResolution resolution, @Nullable PersonalData notes) {
    requireUnresolved();
    apply(new PaymentDisputeResolved(id, resolution, notes));
  }

  @EventSourcingHandler
  void evolve(PaymentDisputeResolved event) {
    resolved = true;
  }

  void requireUnresolved() {
    if (resolved) {
      throw new RuleViolated(Rule.DISPUTE_RESOLVED, "the dispute is resolved");
    }
  }

  InvoiceId invoiceId() {
    return invoiceId;
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
