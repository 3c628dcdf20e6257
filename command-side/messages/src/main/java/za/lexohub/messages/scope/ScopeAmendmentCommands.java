package za.lexohub.messages.scope;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;

/**
 * What may be asked of a scope amendment. Repeating a command that has had its effect changes
 * nothing.
 */
public sealed interface ScopeAmendmentCommands extends TenantCommand {

  AmendmentId amendmentId();

  /** By a person with a reason, or by a saga without. */
  record ProposeScopeAmendment(
      @TargetAggregateIdentifier AmendmentId amendmentId,
      TenantId tenant,
      MatterId matterId,
      @Nullable AgreementId agreementId,
      AmendmentType type,
      @Nullable PersonalData reason,
      Money originalEstimate,
      Money newEstimate,
      int originalDays,
      int newDays,
      boolean automatic)
      implements ScopeAmendmentCommands {
    public ProposeScopeAmendment {
      Shape.positive("originalEstimate", originalEstimate);
      Shape.positive("newEstimate", newEstimate);
      Shape.between("originalDays", originalDays, 0, 36_500);
      Shape.between("newDays", newDays, 0, 36_500);
      Shape.require(automatic || reason != null, "reason must be given");
    }
  }

  /** Refused unless pending. */
  record ApproveScopeAmendment(
      @TargetAggregateIdentifier AmendmentId amendmentId,
      TenantId tenant,
      Channel channel,
      String approvedBy)
      implements ScopeAmendmentCommands {}

  /** Refused unless pending. */
  record RejectScopeAmendment(
      @TargetAggregateIdentifier AmendmentId amendmentId, TenantId tenant, PersonalData reason)
      implements ScopeAmendmentCommands {}

  /** By a saga: nothing to do unless pending. */
  record SupersedeScopeAmendment(
      @TargetAggregateIdentifier AmendmentId amendmentId, TenantId tenant, AmendmentId by)
      implements ScopeAmendmentCommands {}
}
