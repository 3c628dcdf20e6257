package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.Changes;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.work.WorkItemId;

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
  private PersonalData wording;
  private @Nullable AmendmentId lastAmendment;

  @AggregateMember private final Changes changes = new Changes();
  @AggregateMember private final WorkItems work = new WorkItems(this::requireTakesWork);
  @AggregateMember private final MatterInvoices invoices = new MatterInvoices();

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

  private void requireTakesWork() {
    status.requireTakesWork();
    if (archived) {
      throw new RuleViolated(Rule.MATTER_ARCHIVED, "the matter is archived");
    }
  }

  MatterFile file() {
    return new MatterFile(
        matterType,
        client,
        attorney,
        vatExempt,
        status.isEnded(),
        archived,
        wording,
        status.takesWork() && !archived);
  }

  Worksheet sheet() {
    return work.sheet();
  }

  void invoiced(
      InvoiceId invoiceId, InvoiceSource source, InvoiceType type, List<WorkItemId> items) {
    invoices.add(id, invoiceId, source, type, items, work.sheet());
  }

  void released(InvoiceId invoiceId) {
    invoices.release(invoiceId);
  }

  boolean isUntouched() {
    return work.sheet().isEmpty() && invoices.isEmpty();
  }

  void undo(PersonalData reason) {
    if (status == MatterStatus.DECLINED) {
      return;
    }
    if (!isUntouched()) {
      throw new RuleViolated(Rule.MATTER_HAS_WORK, "there is work on the matter, or an invoice");
    }
    apply(new MatterDeclined(id, reason));
  }

  @EventSourcingHandler
  void evolve(MatterDeclined event) {
    status = MatterStatus.DECLINED;
  }

  void estimate(Money estimate, AmendmentId amendmentId) {
    if (!amendmentId.equals(lastAmendment)) {
      apply(new MatterEstimateChanged(id, estimate, amendmentId));
    }
  }

  @EventSourcingHandler
  void evolve(MatterEstimateChanged event) {
    lastAmendment = event.amendmentId();
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
