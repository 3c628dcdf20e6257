package za.lexohub.domain.scope;

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
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ApproveScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ProposeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.RejectScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.SupersedeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentApproved;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentProposed;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentRejected;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentSuperseded;

/**
 * Another estimate for a matter, put to the attorney. Pending until it is approved or rejected, or
 * until another one of the matter is approved first.
 */
@Aggregate(cache = "aggregateCache")
class ScopeAmendment implements TenantOwned {
  private enum State {
    UNBORN,
    PENDING,
    APPROVED,
    REJECTED,
    SUPERSEDED
  }

  @AggregateIdentifier private AmendmentId id;
  private @Nullable TenantId tenant;
  private State state = State.UNBORN;
  private MatterId matterId;
  private Money newEstimate;
  private boolean automatic;

  ScopeAmendment() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  boolean isProposed() {
    return state != State.UNBORN;
  }

  /**
   * @param estimate the new one that it comes to
   */
  void decide(ProposeScopeAmendment command, Money estimate) {
    apply(
        new ScopeAmendmentProposed(
            command.amendmentId(),
            command.tenant(),
            command.matterId(),
            command.agreementId(),
            command.type(),
            command.reason(),
            command.originalEstimate(),
            estimate,
            command.originalDays(),
            command.newDays(),
            command.automatic()));
  }

  @EventSourcingHandler
  void evolve(ScopeAmendmentProposed event) {
    id = event.amendmentId();
    tenant = event.tenantId();
    state = State.PENDING;
    matterId = event.matterId();
    newEstimate = event.newEstimate();
    automatic = event.automatic();
  }

  boolean isApproved() {
    return state == State.APPROVED;
  }

  MatterId matter() {
    return matterId;
  }

  Money newEstimate() {
    return newEstimate;
  }

  boolean isAutomatic() {
    return automatic;
  }

  void decide(ApproveScopeAmendment command) {
    requirePending();
    apply(new ScopeAmendmentApproved(id, command.channel(), command.approvedBy()));
  }

  @EventSourcingHandler
  void evolve(ScopeAmendmentApproved event) {
    state = State.APPROVED;
  }

  @CommandHandler
  void decide(RejectScopeAmendment command) {
    if (state == State.REJECTED) {
      return;
    }
    requirePending();
    apply(new ScopeAmendmentRejected(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(ScopeAmendmentRejected event) {
    state = State.REJECTED;
  }

  @CommandHandler
  void decide(SupersedeScopeAmendment command) {
    if (state == State.PENDING) {
      apply(new ScopeAmendmentSuperseded(id, command.by()));
    }
  }

  @EventSourcingHandler
  void evolve(ScopeAmendmentSuperseded event) {
    state = State.SUPERSEDED;
  }

  private void requirePending() {
    if (state != State.PENDING) {
      throw new RuleViolated(Rule.AMENDMENT_NOT_PENDING, "the amendment is not pending");
    }
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
