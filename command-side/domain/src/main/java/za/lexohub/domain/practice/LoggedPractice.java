package za.lexohub.domain.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateEvents.OverpaymentPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.PracticeProfileChanged;
import za.lexohub.messages.practice.AdvocateEvents.ReminderPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.VatRegistrationChanged;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;

/** What the stream of a practice has told so far. */
final class LoggedPractice {
  private @Nullable AdvocateRegistered registered;
  private final List<VatRegistrationChanged> vat = new ArrayList<>();
  private Bar bar = Bar.JOHANNESBURG;
  private @Nullable PersonalData details;
  private @Nullable PracticeProfile profile;
  private @Nullable LocalDate fidelityCertificateUntil;
  private boolean certificateTold;
  private NumberFormats formats = NumberFormats.USUAL;
  private @Nullable ReminderPolicy reminders;
  private @Nullable OverpaymentPolicy overpayment;
  private @Nullable Branding branding;

  void evolve(AdvocateEvents event) {
    switch (event) {
      case AdvocateRegistered e -> {
        registered = e;
        bar = e.bar();
        details = e.details();
        profile = e.profile();
      }
      case AdvocateDetailsChanged e -> {
        bar = e.bar();
        details = e.details();
      }
      case VatRegistrationChanged e -> vat.add(e);
      case PracticeProfileChanged e -> {
        profile = e.profile();
        fidelityCertificateUntil = e.fidelityCertificateUntil();
        certificateTold = true;
      }
      case NumberFormatsChanged e -> formats = formats.with(e.formats());
      case ReminderPolicySet e -> reminders = new ReminderPolicy(e.autoRemind(), e.days());
      case OverpaymentPolicySet e -> overpayment = e.policy();
      case BrandingSet e -> branding = new Branding(e.logoSha256(), e.colour());
    }
  }

  @Nullable TenantId tenant() {
    return registered == null ? null : registered.tenantId();
  }

  boolean isRegistered() {
    return registered != null;
  }

  /** Registered by exactly this. */
  boolean began(Bar bar, PracticeProfile profile, PersonalData details) {
    return registered != null
        && registered.bar() == bar
        && registered.profile() == profile
        && registered.details().equals(details);
  }

  /**
   * The practice, where the stream is silent as the configuration has it: a practice of the
   * configuration that is registered stays the vendor that it was.
   */
  Practice over(@Nullable Practice configured) {
    if (registered == null || details == null || profile == null) {
      throw new IllegalStateException("the practice is not registered");
    }
    VatRegistration turns = configured == null ? VatRegistration.NONE : configured.vat();
    for (VatRegistrationChanged turn : vat) {
      turns = turns.turned(turn.from(), turn.registered());
    }
    LocalDate certificate =
        certificateTold || configured == null
            ? fidelityCertificateUntil
            : configured.fidelityCertificateUntil();
    return new Practice(
        registered.tenantId(),
        bar,
        turns,
        details,
        profile,
        certificate,
        formats,
        reminders == null ? ReminderPolicy.usualAt(bar) : reminders,
        overpayment == null ? OverpaymentPolicy.REJECT : overpayment,
        branding == null ? Branding.NONE : branding);
  }
}
