package za.lexohub.domain.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.practice.Supplier;

/**
 * An advocate's practice, as documents and decisions need it.
 *
 * @param details sealed {@link za.lexohub.messages.practice.SupplierDetails}
 * @param fidelityCertificateUntil the last day of the Fidelity Fund certificate; absent without one
 */
public record Practice(
    TenantId tenant,
    Bar bar,
    VatRegistration vat,
    PersonalData details,
    PracticeProfile profile,
    @Nullable LocalDate fidelityCertificateUntil,
    NumberFormats formats,
    ReminderPolicy reminders,
    OverpaymentPolicy overpaymentPolicy,
    Branding branding) {

  /**
   * A referral practice with the usual manners.
   *
   * @param vatRegisteredFrom the first day as a vendor; absent when the practice is none
   */
  public Practice(
      TenantId tenant, Bar bar, @Nullable LocalDate vatRegisteredFrom, PersonalData details) {
    this(tenant, bar, vatRegisteredFrom, details, PracticeProfile.REFERRAL, null);
  }

  /** A practice with the usual manners. */
  public Practice(
      TenantId tenant,
      Bar bar,
      @Nullable LocalDate vatRegisteredFrom,
      PersonalData details,
      PracticeProfile profile,
      @Nullable LocalDate fidelityCertificateUntil) {
    this(
        tenant,
        bar,
        VatRegistration.from(vatRegisteredFrom),
        details,
        profile,
        fidelityCertificateUntil,
        NumberFormats.USUAL,
        ReminderPolicy.usualAt(bar),
        OverpaymentPolicy.REJECT,
        Branding.NONE);
  }

  /** The practice as a document of that day names its supplier. */
  public Supplier supplierOn(LocalDate date) {
    return new Supplier(bar, vat.on(date), details);
  }

  /**
   * Money of clients may be held and moved on that day (Legal Practice Act s84 and s86).
   *
   * @throws RuleViolated {@link Rule#TRUST_ACCOUNT_NOT_HELD} or {@link
   *     Rule#FIDELITY_CERTIFICATE_EXPIRED}
   */
  public void requireTrustAccount(LocalDate date) {
    if (profile != PracticeProfile.TRUST_ACCOUNT) {
      throw new RuleViolated(
          Rule.TRUST_ACCOUNT_NOT_HELD, "a referral practice holds no trust money");
    }
    if (fidelityCertificateUntil == null || date.isAfter(fidelityCertificateUntil)) {
      throw new RuleViolated(
          Rule.FIDELITY_CERTIFICATE_EXPIRED,
          fidelityCertificateUntil == null
              ? "the practice has no Fidelity Fund certificate"
              : "the Fidelity Fund certificate held until " + fidelityCertificateUntil);
    }
  }
}
