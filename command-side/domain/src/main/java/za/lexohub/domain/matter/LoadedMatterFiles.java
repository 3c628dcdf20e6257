package za.lexohub.domain.matter;

import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;

/** Files as the matters' own streams tell them. */
@Component
class LoadedMatterFiles implements MatterFiles {
  private final Repository<Matter> matters;

  LoadedMatterFiles(Repository<Matter> matters) {
    this.matters = matters;
  }

  @Override
  public MatterFile of(MatterId matterId, TenantId tenant) {
    return Admission.load(matters, Matter.class, matterId, tenant).invoke(Matter::file);
  }
}
