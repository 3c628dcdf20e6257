package za.lexohub.domain.agreement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.proforma.ProFormaFiles;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.agreement.AgreementCommands.DraftAgreement;

/** Drafts an agreement about a brief that there is: a matter that takes papers, or a pro forma. */
@Component
class AgreementDrafting {
  private final Repository<Agreement> agreements;
  private final ProFormaFiles proFormas;
  private final MatterFiles matters;

  AgreementDrafting(
      Repository<Agreement> agreements, ProFormaFiles proFormas, MatterFiles matters) {
    this.agreements = agreements;
    this.proFormas = proFormas;
    this.matters = matters;
  }

  @CommandHandler
  void decide(
      DraftAgreement command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    if (command.proFormaId() != null) {
      proFormas.of(command.proFormaId(), command.tenant());
    }
    Aggregate<Agreement> agreement =
        Admission.loadOrCreate(
            agreements,
            Agreement.class,
            command.agreementId(),
            Agreement::new,
            command.tenant(),
            expectedVersion);
    if (agreement.invoke(Agreement::isDrafted)) {
      return;
    }
    if (command.matterId() != null) {
      matters.of(command.matterId(), command.tenant()).requireOpen();
    }
    agreement.execute(it -> it.decide(command));
  }
}
