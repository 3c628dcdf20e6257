package za.lexohub.domain.agreement;

import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.matter.MatterId;

/** Looks agreements up for those who refer to one. */
@Component
public class AgreementFiles {
  private final Repository<Agreement> agreements;

  private final FiledDocuments filed;

  AgreementFiles(Repository<Agreement> agreements, FiledDocuments filed) {
    this.agreements = agreements;
    this.filed = filed;
  }

  /**
   * Locks it for this unit of work. Not so a pro forma that it is about, whose lock comes before:
   * once one lies in the matter's file, it stays there.
   *
   * @throws NotFound unless the tenant has such an agreement about the matter, or about a pro forma
   *     in the matter's file
   */
  public void require(AgreementId id, MatterId matter, TenantId tenant) {
    boolean about =
        Admission.load(agreements, Agreement.class, id, tenant)
            .invoke(it -> it.isAbout(matter, () -> filed.proFormasOn(tenant, matter)));
    if (!about) {
      throw new NotFound("Agreement");
    }
  }
}
