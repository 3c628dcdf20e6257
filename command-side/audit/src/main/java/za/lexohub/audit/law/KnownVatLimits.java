package za.lexohub.audit.law;

import java.time.LocalDate;
import za.lexohub.audit.VatLimits;
import za.lexohub.domain.law.VatThresholds;
import za.lexohub.domain.practice.Practices;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;

/** Limits from the dated table; who is a vendor, as the practice's own stream has it. */
public final class KnownVatLimits implements VatLimits {

  private static final int NEAR_PERCENT = 80;

  private final Practices practices;
  private final VatThresholds thresholds;

  public KnownVatLimits(Practices practices, VatThresholds thresholds) {
    this.practices = practices;
    this.thresholds = thresholds;
  }

  @Override
  public Standing on(TenantId tenant, LocalDate day, Money supplies) {
    return new Standing(
        isVendor(tenant, day),
        thresholds
            .on(day)
            .map(
                found ->
                    new Limits(
                        found.compulsory(),
                        found.voluntary(),
                        found.paymentsBasis(),
                        found.source(),
                        state(supplies, found.compulsory())))
            .orElse(null));
  }

  private boolean isVendor(TenantId tenant, LocalDate day) {
    try {
      return practices.of(tenant).vat().on(day);
    } catch (RuleViolated refused) {
      if (refused.rule() == Rule.PRACTICE_UNKNOWN) {
        return false;
      }
      throw refused;
    }
  }

  /** Thresholds are whole rand, so the share is exact. */
  private static State state(Money supplies, Money compulsory) {
    if (supplies.exceeds(compulsory)) {
      return State.ABOVE;
    }
    Money near = Money.cents(Math.multiplyExact(compulsory.amount(), NEAR_PERCENT) / 100);
    return near.exceeds(supplies) ? State.BELOW : State.NEAR;
  }
}
