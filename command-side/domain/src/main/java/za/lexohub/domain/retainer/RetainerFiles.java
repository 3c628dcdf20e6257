package za.lexohub.domain.retainer;

import java.time.LocalDate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.retainer.RetainerId;

/** Opens retainers for those who decide what may be erased. */
@Component
public class RetainerFiles {
  private final Repository<Retainer> retainers;

  RetainerFiles(Repository<Retainer> retainers) {
    this.retainers = retainers;
  }

  /**
   * Locks the retainer for this unit of work.
   *
   * @throws za.lexohub.messages.NotFound when the tenant has no such retainer
   */
  public Filed of(RetainerId id, TenantId tenant) {
    return Admission.load(retainers, Retainer.class, id, tenant).invoke(Retainer::filed);
  }

  /**
   * @param inUse it may still be filled or holds money
   * @param lastEntryOn absent when no money ever moved
   */
  public record Filed(boolean inUse, @Nullable LocalDate lastEntryOn) {}
}
