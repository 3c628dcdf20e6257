package za.lexohub.messages.scope;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.serialization.EventType;

/** The life of a scope amendment. */
public sealed interface ScopeAmendmentEvents extends DomainEvent {

  AmendmentId amendmentId();

  /**
   * Another estimate is put to the attorney.
   *
   * @param reason absent when {@code automatic}: the work outgrew its budget
   */
  @EventType("ScopeAmendmentProposed")
  record ScopeAmendmentProposed(
      AmendmentId amendmentId,
      TenantId tenantId,
      MatterId matterId,
      @Nullable AgreementId agreementId,
      AmendmentType type,
      @Nullable PersonalData reason,
      Money originalEstimate,
      Money newEstimate,
      int originalDays,
      int newDays,
      boolean automatic)
      implements ScopeAmendmentEvents {}

  /** The attorney agrees; the estimate of the matter moves in the same append. */
  @EventType("ScopeAmendmentApproved")
  record ScopeAmendmentApproved(AmendmentId amendmentId, Channel channel, String approvedBy)
      implements ScopeAmendmentEvents {}

  /** The attorney does not agree. */
  @EventType("ScopeAmendmentRejected")
  record ScopeAmendmentRejected(AmendmentId amendmentId, PersonalData reason)
      implements ScopeAmendmentEvents {}

  /** Another one was approved meanwhile. */
  @EventType("ScopeAmendmentSuperseded")
  record ScopeAmendmentSuperseded(AmendmentId amendmentId, AmendmentId by)
      implements ScopeAmendmentEvents {}
}
