package za.lexohub.messages.practice;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;

/** What may be asked of a practice. Repeating a command that has had its effect changes nothing. */
public sealed interface AdvocateCommands extends TenantCommand {

  AdvocateId advocateId();

  /** Refused when there is a practice already. */
  record RegisterAdvocate(
      @TargetAggregateIdentifier AdvocateId advocateId,
      TenantId tenant,
      Bar bar,
      PracticeProfile profile,
      PersonalData details)
      implements AdvocateCommands {
    public RegisterAdvocate {
      Shape.require(advocateId.equals(AdvocateId.of(tenant)), "a tenant has one practice");
    }
  }

  /** Replaces the particulars. A vendor's hold a VAT number. */
  record ChangeAdvocateDetails(
      @TargetAggregateIdentifier AdvocateId advocateId,
      TenantId tenant,
      Bar bar,
      PersonalData details)
      implements AdvocateCommands {}

  /** From a day on, past or to come. A vendor has a VAT number. */
  record ChangeVatRegistration(
      @TargetAggregateIdentifier AdvocateId advocateId,
      TenantId tenant,
      boolean registered,
      LocalDate from)
      implements AdvocateCommands {
    public ChangeVatRegistration {
      BusinessTime.plausible(from);
    }
  }

  /** Changes how the advocate practises. */
  record ChangePracticeProfile(
      @TargetAggregateIdentifier AdvocateId advocateId,
      TenantId tenant,
      PracticeProfile profile,
      @Nullable LocalDate fidelityCertificateUntil)
      implements AdvocateCommands {
    public ChangePracticeProfile {
      if (fidelityCertificateUntil != null) {
        BusinessTime.plausible(fidelityCertificateUntil);
      }
      Shape.require(
          (profile == PracticeProfile.TRUST_ACCOUNT) == (fidelityCertificateUntil != null),
          "fidelityCertificateUntil must be given with a trust account, and only then");
    }
  }

  /** Refused when a pattern is not one. */
  record ChangeNumberFormats(
      @TargetAggregateIdentifier AdvocateId advocateId, TenantId tenant, List<NumberFormat> formats)
      implements AdvocateCommands {
    public ChangeNumberFormats {
      formats = List.copyOf(formats);
    }
  }

  /** Replaces the schedule. */
  record SetReminderPolicy(
      @TargetAggregateIdentifier AdvocateId advocateId,
      TenantId tenant,
      boolean autoRemind,
      List<ReminderDay> days)
      implements AdvocateCommands {
    public SetReminderPolicy {
      days = List.copyOf(days);
      for (ReminderDay day : days) {
        Shape.between("days", day.days(), 0, 365);
        Shape.require(day.type() != ReminderType.MANUAL, "a manual reminder has no day");
      }
    }
  }

  /** Replaces the policy. */
  record SetOverpaymentPolicy(
      @TargetAggregateIdentifier AdvocateId advocateId, TenantId tenant, OverpaymentPolicy policy)
      implements AdvocateCommands {}

  /**
   * Replaces both; what is absent is taken away. Refused when the colour is too pale for text.
   *
   * @param logoSha256 hex, of a picture that is kept
   */
  record SetBranding(
      @TargetAggregateIdentifier AdvocateId advocateId,
      TenantId tenant,
      @Nullable String logoSha256,
      @Nullable String colour)
      implements AdvocateCommands {
    public SetBranding {
      Shape.require(
          logoSha256 == null || logoSha256.matches("[0-9a-f]{64}"),
          "logoSha256 must be 64 hexadecimal digits");
      Shape.require(colour == null || colour.matches("#[0-9A-Fa-f]{6}"), "colour must be #RRGGBB");
    }
  }
}
