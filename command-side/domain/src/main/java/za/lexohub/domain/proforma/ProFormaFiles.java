package za.lexohub.domain.proforma;

import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.proforma.ProFormaId;

/** Looks at pro formas on behalf of those who keep the file. */
@Component
public class ProFormaFiles {
  private final Repository<ProForma> proFormas;

  ProFormaFiles(Repository<ProForma> proFormas) {
    this.proFormas = proFormas;
  }

  /**
   * Locks the pro forma for this unit of work.
   *
   * @throws za.lexohub.messages.NotFound when there is none, or it is another tenant's
   */
  public FiledProForma of(ProFormaId proFormaId, TenantId tenant) {
    return Admission.load(proFormas, ProForma.class, proFormaId, tenant).invoke(ProForma::filed);
  }
}
