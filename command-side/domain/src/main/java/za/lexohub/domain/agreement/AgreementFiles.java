package za.lexohub.domain.agreement;

import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementId;

/** Looks agreements up for those who refer to one. */
@Component
public class AgreementFiles {
  private final Repository<Agreement> agreements;

  AgreementFiles(Repository<Agreement> agreements) {
    this.agreements = agreements;
  }

  /**
   * Locks it for this unit of work.
   *
   * @throws za.lexohub.messages.NotFound unless the tenant has such an agreement
   */
  public void require(AgreementId id, TenantId tenant) {
    Admission.load(agreements, Agreement.class, id, tenant);
  }
}
