package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.Changes;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * The part of a {@link Matter}'s life that comes before the work: opened by the advocate, at once
 * active or pending; or requested by an attorney, and taken by the advocate or by a pro forma that
 * the attorney accepts.
 */
abstract class Brief implements TenantOwned {
  @AggregateMember private final Changes changes = new Changes();
  @AggregateMember final ConflictCheck conflict = new ConflictCheck();

  @AggregateIdentifier MatterId id;
  @Nullable TenantId tenant;
  MatterStatus status;
  String matterType;
  Party client;
  Party attorney;
  boolean vatExempt;
  PersonalData wording;
  private boolean taken;
  private final Set<ProFormaId> awaited = new HashSet<>();

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  void decide(OpenMatter command, Bar bar, String reference) {
    apply(
        new MatterOpened(
            command.matterId(),
            command.tenant(),
            reference,
            command.matterType(),
            bar,
            command.client(),
            command.attorney(),
            command.wording(),
            command.vatExempt(),
            command.courtCaseNumber(),
            command.openedOn()));
    if (command.pending()) {
      apply(new MatterMarkedPending(id));
    }
  }

  @EventSourcingHandler
  void evolve(MatterOpened event) {
    id = event.matterId();
    tenant = event.tenantId();
    status = MatterStatus.ACTIVE;
    matterType = event.matterType();
    client = event.client();
    attorney = event.attorney();
    vatExempt = event.vatExempt();
    wording = event.wording();
  }

  @EventSourcingHandler
  void evolve(MatterMarkedPending event) {
    status = MatterStatus.PENDING;
  }

  @CommandHandler
  void decide(ActivateMatter command) {
    if (status == MatterStatus.ACTIVE && taken) {
      return;
    }
    status.requirePending();
    apply(new MatterActivated(id, command.activatedOn()));
  }

  @EventSourcingHandler
  void evolve(MatterActivated event) {
    status = MatterStatus.ACTIVE;
    taken = true;
  }

  void decide(RequestMatter command, Bar bar, String reference) {
    apply(
        new MatterRequested(
            command.matterId(),
            command.tenant(),
            reference,
            command.matterType(),
            bar,
            command.client(),
            command.attorney(),
            command.wording(),
            command.urgent(),
            command.requestedBy(),
            command.requestedOn()));
  }

  @EventSourcingHandler
  void evolve(MatterRequested event) {
    id = event.matterId();
    tenant = event.tenantId();
    status = MatterStatus.REQUESTED;
    matterType = event.matterType();
    client = event.client();
    attorney = event.attorney();
    wording = event.wording();
  }

  @CommandHandler
  void decide(AwaitMatterApproval command) {
    boolean undecided =
        status == MatterStatus.REQUESTED || status == MatterStatus.AWAITING_APPROVAL;
    if (undecided && !awaited.contains(command.proFormaId())) {
      apply(new MatterAwaitingApproval(id, command.proFormaId()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterAwaitingApproval event) {
    status = MatterStatus.AWAITING_APPROVAL;
    awaited.add(event.proFormaId());
  }

  @CommandHandler
  void decide(ApproveMatterByProForma command) {
    if (status == MatterStatus.AWAITING_APPROVAL && awaited.contains(command.proFormaId())) {
      conflict.requireCleared();
      apply(new MatterAccepted(id, false, null, command.acceptedOn()));
    }
  }

  @CommandHandler
  void decide(AcceptBrief command) {
    if (status == MatterStatus.ACTIVE && taken) {
      return;
    }
    status.requireUndecided();
    conflict.requireCleared();
    apply(
        new MatterAccepted(
            id, command.vatExempt(), command.courtCaseNumber(), command.acceptedOn()));
  }

  @EventSourcingHandler
  void evolve(MatterAccepted event) {
    status = MatterStatus.ACTIVE;
    vatExempt = event.vatExempt();
    taken = true;
  }

  @CommandHandler
  void decide(DeclineMatter command) {
    if (status == MatterStatus.DECLINED) {
      return;
    }
    status.requireUndecided();
    apply(new MatterDeclined(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterDeclined event) {
    status = MatterStatus.DECLINED;
  }

  boolean isBegun() {
    return status != null;
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }

  @Override
  public long decidableFrom(long presentVersion) {
    return changes.last();
  }
}
