package za.lexohub.domain.practice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.AdvocateCommands.ChangeAdvocateDetails;
import za.lexohub.messages.practice.AdvocateCommands.ChangeNumberFormats;
import za.lexohub.messages.practice.AdvocateCommands.ChangePracticeProfile;
import za.lexohub.messages.practice.AdvocateCommands.ChangeVatRegistration;
import za.lexohub.messages.practice.AdvocateCommands.RegisterAdvocate;
import za.lexohub.messages.practice.AdvocateCommands.SetBranding;
import za.lexohub.messages.practice.AdvocateCommands.SetOverpaymentPolicy;
import za.lexohub.messages.practice.AdvocateCommands.SetReminderPolicy;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateEvents.OverpaymentPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.PracticeProfileChanged;
import za.lexohub.messages.practice.AdvocateEvents.ReminderPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.VatRegistrationChanged;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.SupplierDetails;

/**
 * The practice of an advocate: one in each tenant's books. A practice of the configuration has to
 * be registered before it can be changed; what the registration does not tell stays as configured.
 */
@Aggregate(cache = "aggregateCache")
class Advocate implements TenantOwned {
  @AggregateIdentifier private AdvocateId id;
  private final LoggedPractice told = new LoggedPractice();

  Advocate() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  @EventSourcingHandler
  void evolve(AdvocateEvents event) {
    id = event.advocateId();
    told.evolve(event);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RegisterAdvocate command, ConfiguredPractices configured, PersonalDataVault vault) {
    if (told.began(command.bar(), command.profile(), command.details())) {
      return;
    }
    if (told.isRegistered()) {
      throw new RuleViolated(
          Rule.PRACTICE_ALREADY_REGISTERED, "the practice is registered already");
    }
    Practice before = configured.find(command.tenant());
    if (before != null && before.vat().isEver()) {
      requireVatNumber(command.tenant(), command.details(), vault);
    }
    apply(
        new AdvocateRegistered(
            command.advocateId(),
            command.tenant(),
            command.bar(),
            command.profile(),
            command.details()));
  }

  @CommandHandler
  void decide(
      ChangeAdvocateDetails command, ConfiguredPractices configured, PersonalDataVault vault) {
    Practice now = now(configured, command.tenant());
    if (now.bar() == command.bar() && now.details().equals(command.details())) {
      return;
    }
    if (now.vat().isEver()) {
      requireVatNumber(command.tenant(), command.details(), vault);
    }
    apply(new AdvocateDetailsChanged(id, command.bar(), command.details()));
  }

  @CommandHandler
  void decide(
      ChangeVatRegistration command, ConfiguredPractices configured, PersonalDataVault vault) {
    Practice now = now(configured, command.tenant());
    if (now.vat().says(command.from(), command.registered())) {
      return;
    }
    if (command.registered()) {
      requireVatNumber(command.tenant(), now.details(), vault);
    }
    apply(new VatRegistrationChanged(id, command.registered(), command.from()));
  }

  @CommandHandler
  void decide(ChangePracticeProfile command, ConfiguredPractices configured) {
    Practice now = now(configured, command.tenant());
    PracticeProfileChanged changed =
        new PracticeProfileChanged(id, command.profile(), command.fidelityCertificateUntil());
    if (!changed.equals(
        new PracticeProfileChanged(id, now.profile(), now.fidelityCertificateUntil()))) {
      apply(changed);
    }
  }

  @CommandHandler
  void decide(ChangeNumberFormats command, ConfiguredPractices configured) {
    NumberFormats formats = now(configured, command.tenant()).formats();
    if (!formats.changed(command.formats()).equals(formats)) {
      apply(new NumberFormatsChanged(id, command.formats()));
    }
  }

  @CommandHandler
  void decide(SetReminderPolicy command, ConfiguredPractices configured) {
    ReminderPolicy policy = new ReminderPolicy(command.autoRemind(), command.days());
    if (!policy.equals(now(configured, command.tenant()).reminders())) {
      apply(new ReminderPolicySet(id, command.autoRemind(), command.days()));
    }
  }

  @CommandHandler
  void decide(SetOverpaymentPolicy command, ConfiguredPractices configured) {
    if (command.policy() != now(configured, command.tenant()).overpaymentPolicy()) {
      apply(new OverpaymentPolicySet(id, command.policy()));
    }
  }

  @CommandHandler
  void decide(SetBranding command, ConfiguredPractices configured) {
    Branding branding = new Branding(command.logoSha256(), command.colour());
    if (!branding.equals(now(configured, command.tenant()).branding())) {
      apply(new BrandingSet(id, command.logoSha256(), command.colour()));
    }
  }

  private Practice now(ConfiguredPractices configured, TenantId tenant) {
    return told.over(configured.find(tenant));
  }

  /**
   * A tax invoice bears the vendor's number (VAT Act s20(4)). Nothing is asked of particulars that
   * were erased.
   */
  private static void requireVatNumber(
      TenantId tenant, PersonalData details, PersonalDataVault vault) {
    if (vault
        .open(tenant, details, SupplierDetails.class)
        .filter(opened -> opened.vatNumber() == null)
        .isPresent()) {
      throw new RuleViolated(Rule.VAT_NUMBER_MISSING, "a vendor has a VAT number");
    }
  }

  @Override
  public @Nullable TenantId tenant() {
    return told.tenant();
  }
}
