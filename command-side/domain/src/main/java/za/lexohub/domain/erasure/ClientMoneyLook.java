package za.lexohub.domain.erasure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.retainer.RetainerFiles;
import za.lexohub.domain.trust.TrustFiles;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledRetainers;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.retainer.RetainerId;

/**
 * Looks for money that lies on a matter. What is held has to go back first: nothing more could be
 * written about it once the matter's words are erased.
 */
@Component
class ClientMoneyLook {
  private final FiledRetainers filed;
  private final RetainerFiles retainers;
  private final TrustFiles trust;

  ClientMoneyLook(FiledRetainers filed, RetainerFiles retainers, TrustFiles trust) {
    this.filed = filed;
    this.retainers = retainers;
    this.trust = trust;
  }

  Found of(MatterId matter, TenantId tenant) {
    boolean held = false;
    @Nullable LocalDate last = null;
    for (RetainerId id : filed.retainersOn(tenant, matter)) {
      RetainerFiles.Filed retainer = retainers.of(id, tenant);
      held |= retainer.inUse();
      last = later(last, retainer.lastEntryOn());
    }
    TrustFiles.Filed money = trust.of(matter, tenant);
    return new Found(held || money.held(), later(last, money.lastEntryOn()));
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  /**
   * @param lastEntryOn absent when no money ever moved
   */
  record Found(boolean held, @Nullable LocalDate lastEntryOn) {}
}
