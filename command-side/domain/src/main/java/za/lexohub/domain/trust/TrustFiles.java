package za.lexohub.domain.trust;

import java.time.LocalDate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.trust.TrustAccountId;

/** Opens the trust account for those who decide what may be erased. */
@Component
public class TrustFiles {
  private final Repository<TrustAccount> accounts;

  TrustFiles(Repository<TrustAccount> accounts) {
    this.accounts = accounts;
  }

  /** A matter's part; locks the account for this unit of work, also when there is none yet. */
  public Filed of(MatterId matter, TenantId tenant) {
    return Admission.loadOrCreate(
            accounts,
            TrustAccount.class,
            TrustAccountId.of(tenant),
            TrustAccount::new,
            tenant,
            null)
        .invoke(account -> account.filed(matter));
  }

  /**
   * @param held money of the matter is in the account
   * @param lastEntryOn absent when none ever moved
   */
  public record Filed(boolean held, @Nullable LocalDate lastEntryOn) {}
}
