package za.lexohub.domain.scope;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.agreement.AgreementFiles;
import za.lexohub.domain.matter.MatterBilling;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ApproveScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ProposeScopeAmendment;

/** Decides on amendments together with the matter that they amend: one append, or neither. */
@Component
class ScopeDecisions {
  private final Repository<ScopeAmendment> amendments;
  private final MatterBilling matters;
  private final AgreementFiles agreements;

  ScopeDecisions(
      Repository<ScopeAmendment> amendments, MatterBilling matters, AgreementFiles agreements) {
    this.amendments = amendments;
    this.matters = matters;
    this.agreements = agreements;
  }

  /** What the system proposes never lowers the estimate: a cap may be below it. */
  @CommandHandler
  void decide(
      ProposeScopeAmendment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    if (command.agreementId() != null) {
      agreements.require(command.agreementId(), command.matterId(), command.tenant());
    }
    Aggregate<ScopeAmendment> amendment =
        Admission.loadOrCreate(
            amendments,
            ScopeAmendment.class,
            command.amendmentId(),
            ScopeAmendment::new,
            command.tenant(),
            expectedVersion);
    if (amendment.invoke(ScopeAmendment::isProposed)) {
      return;
    }
    MatterBilling.Locked matter = matters.lock(command.matterId(), command.tenant());
    matter.file().requireOpen();
    Money asked = command.newEstimate();
    Money estimate = command.automatic() ? matter.orEstimate(asked) : asked;
    amendment.execute(it -> it.decide(command, estimate));
  }

  /**
   * The estimate of the matter moves with it; not down, though, to what the system proposed before
   * a person agreed to more.
   */
  @CommandHandler
  void decide(
      ApproveScopeAmendment command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<ScopeAmendment> amendment =
        Admission.load(
            amendments,
            ScopeAmendment.class,
            command.amendmentId(),
            command.tenant(),
            expectedVersion);
    if (amendment.invoke(ScopeAmendment::isApproved)) {
      return;
    }
    amendment.execute(it -> it.decide(command));
    MatterBilling.Locked matter =
        matters.lock(amendment.invoke(ScopeAmendment::matter), command.tenant());
    matter.file().requireOpen();
    Money proposed = amendment.invoke(ScopeAmendment::newEstimate);
    Money estimate =
        amendment.invoke(ScopeAmendment::isAutomatic) ? matter.orEstimate(proposed) : proposed;
    matter.estimate(estimate, command.amendmentId());
  }
}
