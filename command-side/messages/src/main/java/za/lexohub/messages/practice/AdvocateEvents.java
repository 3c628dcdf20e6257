package za.lexohub.messages.practice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * The practice of an advocate. Documents made before keep their snapshots. {@code details} is a
 * sealed {@link SupplierDetails}.
 */
public sealed interface AdvocateEvents extends DomainEvent {

  AdvocateId advocateId();

  /** The practice exists. */
  @EventType("AdvocateRegistered")
  record AdvocateRegistered(
      AdvocateId advocateId,
      TenantId tenantId,
      Bar bar,
      PracticeProfile profile,
      PersonalData details)
      implements AdvocateEvents {}

  /** The practice reads like this now. */
  @EventType("AdvocateDetailsChanged")
  record AdvocateDetailsChanged(AdvocateId advocateId, Bar bar, PersonalData details)
      implements AdvocateEvents {}

  /** A vendor from that day on, or no longer. */
  @EventType("VatRegistrationChanged")
  record VatRegistrationChanged(AdvocateId advocateId, boolean registered, LocalDate from)
      implements AdvocateEvents {}

  /**
   * The advocate practises otherwise.
   *
   * @param fidelityCertificateUntil the last day of the certificate, with a trust account
   */
  @EventType("PracticeProfileChanged")
  record PracticeProfileChanged(
      AdvocateId advocateId, PracticeProfile profile, @Nullable LocalDate fidelityCertificateUntil)
      implements AdvocateEvents {}

  /** Numbers are printed like this; all series that are not named as before. */
  @EventType("NumberFormatsChanged")
  record NumberFormatsChanged(AdvocateId advocateId, List<NumberFormat> formats)
      implements AdvocateEvents {
    public NumberFormatsChanged {
      formats = List.copyOf(formats);
    }
  }

  /** When reminders go out, and whether by themselves. */
  @EventType("ReminderPolicySet")
  record ReminderPolicySet(AdvocateId advocateId, boolean autoRemind, List<ReminderDay> days)
      implements AdvocateEvents {
    public ReminderPolicySet {
      days = List.copyOf(days);
    }
  }

  /** What becomes of overpayments from now on. */
  @EventType("OverpaymentPolicySet")
  record OverpaymentPolicySet(AdvocateId advocateId, OverpaymentPolicy policy)
      implements AdvocateEvents {}

  /**
   * How papers look from now on.
   *
   * @param logoSha256 hex, of the stored picture
   * @param colour {@code #RRGGBB}
   */
  @EventType("BrandingSet")
  record BrandingSet(AdvocateId advocateId, @Nullable String logoSha256, @Nullable String colour)
      implements AdvocateEvents {}
}
