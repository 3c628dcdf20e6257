package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
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
import za.lexohub.messages.matter.MatterCommands.ArchiveMatter;
import za.lexohub.messages.matter.MatterCommands.CloseMatter;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterCommands.PutMatterOnHold;
import za.lexohub.messages.matter.MatterCommands.ResumeMatter;
import za.lexohub.messages.matter.MatterCommands.SettleMatter;
import za.lexohub.messages.matter.MatterCommands.UnarchiveMatter;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.practice.Bar;

/** A brief on which the advocate works. Lives: active, on hold and back, settled, closed. */
@Aggregate
class Matter implements TenantOwned {
  @AggregateIdentifier private MatterId id;
  private @Nullable TenantId tenant;
  private MatterStatus status;
  private @Nullable LocalDate endedOn;
  private boolean resumed;
  private boolean archived;
  private boolean unarchived;
  private String matterType;
  private Party client;
  private Party attorney;
  private boolean vatExempt;

  Matter() {}

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
  }

  @CommandHandler
  void decide(PutMatterOnHold command) {
    if (status == MatterStatus.ON_HOLD) {
      return;
    }
    status.requireActive();
    apply(new MatterPutOnHold(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterPutOnHold event) {
    status = MatterStatus.ON_HOLD;
  }

  @CommandHandler
  void decide(ResumeMatter command) {
    if (status == MatterStatus.ACTIVE && resumed) {
      return;
    }
    status.requireOnHold();
    apply(new MatterResumed(id));
  }

  @EventSourcingHandler
  void evolve(MatterResumed event) {
    status = MatterStatus.ACTIVE;
    resumed = true;
  }

  @CommandHandler
  void decide(SettleMatter command) {
    if (status == MatterStatus.SETTLED && command.settledOn().equals(endedOn)) {
      return;
    }
    status.requireActive();
    apply(new MatterSettled(id, command.settledOn()));
  }

  @EventSourcingHandler
  void evolve(MatterSettled event) {
    status = MatterStatus.SETTLED;
    endedOn = event.settledOn();
  }

  @CommandHandler
  void decide(CloseMatter command) {
    if (status == MatterStatus.CLOSED && command.closedOn().equals(endedOn)) {
      return;
    }
    status.requireClosable();
    apply(new MatterClosed(id, command.closedOn()));
  }

  @EventSourcingHandler
  void evolve(MatterClosed event) {
    status = MatterStatus.CLOSED;
    endedOn = event.closedOn();
  }

  @CommandHandler
  void decide(ArchiveMatter command) {
    if (archived) {
      return;
    }
    apply(new MatterArchived(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterArchived event) {
    archived = true;
    unarchived = false;
  }

  @CommandHandler
  void decide(UnarchiveMatter command) {
    if (unarchived) {
      return;
    }
    if (!archived) {
      throw new RuleViolated(Rule.MATTER_NOT_ARCHIVED, "the matter is not archived");
    }
    apply(new MatterUnarchived(id));
  }

  @EventSourcingHandler
  void evolve(MatterUnarchived event) {
    archived = false;
    unarchived = true;
  }

  boolean isOpened() {
    return status != null;
  }

  MatterFile file() {
    return new MatterFile(
        matterType, client, attorney, vatExempt, status == MatterStatus.CLOSED, archived);
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
