package za.lexohub.domain.practice;

import static za.lexohub.domain.Samples.JHB;
import static za.lexohub.domain.Samples.STRANGER;
import static za.lexohub.domain.Samples.sealed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.AdvocateCommands;
import za.lexohub.messages.practice.AdvocateCommands.ChangeAdvocateDetails;
import za.lexohub.messages.practice.AdvocateCommands.ChangeNumberFormats;
import za.lexohub.messages.practice.AdvocateCommands.ChangePracticeProfile;
import za.lexohub.messages.practice.AdvocateCommands.ChangeVatRegistration;
import za.lexohub.messages.practice.AdvocateCommands.RegisterAdvocate;
import za.lexohub.messages.practice.AdvocateCommands.SetBranding;
import za.lexohub.messages.practice.AdvocateCommands.SetOverpaymentPolicy;
import za.lexohub.messages.practice.AdvocateCommands.SetReminderPolicy;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateEvents.OverpaymentPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.PracticeProfileChanged;
import za.lexohub.messages.practice.AdvocateEvents.ReminderPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.VatRegistrationChanged;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.practice.ReminderDay;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.practice.SupplierDetails;

class AdvocateTest {
  private static final AdvocateId ID = AdvocateId.of(JHB);
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final PersonalData WITH_NUMBER = sealed("with a VAT number");
  private static final PersonalData WITHOUT = sealed("without a VAT number");
  private static final RegisterAdvocate REGISTER =
      new RegisterAdvocate(ID, JHB, Bar.CAPE_TOWN, PracticeProfile.REFERRAL, WITHOUT);
  private static final AdvocateRegistered REGISTERED =
      new AdvocateRegistered(ID, JHB, Bar.CAPE_TOWN, PracticeProfile.REFERRAL, WITHOUT);
  private static final ChangeVatRegistration VENDOR = new ChangeVatRegistration(ID, JHB, true, DAY);

  /** Knows what stands in the two envelopes above, and nothing of any other. */
  private static final PersonalDataVault VAULT =
      new PersonalDataVault() {
        @Override
        public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
          return sealed(plain.toString());
        }

        @Override
        public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
          return sealed.equals(WITH_NUMBER) || sealed.equals(WITHOUT)
              ? Optional.of(type.cast(details(sealed.equals(WITH_NUMBER))))
              : Optional.empty();
        }
      };

  private static SupplierDetails details(boolean number) {
    return new SupplierDetails(
        "Adv X", "x@example.org", null, "Sandton", "JHB1", number ? "4123456789" : null, null);
  }

  private static ConfiguredPractices configured(Map<String, PracticesProperties.Registered> known) {
    return new ConfiguredPractices(new PracticesProperties(known), VAULT);
  }

  private final Specification<Advocate> nobody =
      Specification.of(Advocate.class, configured(Map.of()), VAULT);
  private final Specification<Advocate> practice = nobody.given(REGISTERED);

  @Test
  void aPracticeIsRegisteredOnce() {
    nobody.when(REGISTER).publishes(REGISTERED);
    practice.when(REGISTER).changesNothing();
    practice
        .when(new RegisterAdvocate(ID, JHB, Bar.JOHANNESBURG, PracticeProfile.REFERRAL, WITHOUT))
        .isRefusedBy(Rule.PRACTICE_ALREADY_REGISTERED);
  }

  @Test
  void aConfiguredVendorKeepsItsNumberWhenItIsRegistered() {
    Specification<Advocate> vendor =
        Specification.of(
            Advocate.class,
            configured(
                Map.of(
                    JHB.value(),
                    new PracticesProperties.Registered(
                        "Adv X",
                        "x@example.org",
                        null,
                        "Sandton",
                        "JHB1",
                        Bar.JOHANNESBURG,
                        "4123456789",
                        DAY,
                        PracticeProfile.REFERRAL,
                        null,
                        null))),
            VAULT);

    vendor.when(REGISTER).isRefusedBy(Rule.VAT_NUMBER_MISSING);
    vendor
        .when(new RegisterAdvocate(ID, JHB, Bar.CAPE_TOWN, PracticeProfile.REFERRAL, WITH_NUMBER))
        .publishes(
            new AdvocateRegistered(ID, JHB, Bar.CAPE_TOWN, PracticeProfile.REFERRAL, WITH_NUMBER));
  }

  @Test
  void particularsChange() {
    ChangeAdvocateDetails change =
        new ChangeAdvocateDetails(ID, JHB, Bar.JOHANNESBURG, WITH_NUMBER);
    AdvocateDetailsChanged changed = new AdvocateDetailsChanged(ID, Bar.JOHANNESBURG, WITH_NUMBER);
    practice.when(change).publishes(changed);
    practice.given(changed).when(change).changesNothing();
  }

  @Test
  void aVendorHasANumber() {
    practice.when(VENDOR).isRefusedBy(Rule.VAT_NUMBER_MISSING);
    Specification<Advocate> numbered =
        practice.given(new AdvocateDetailsChanged(ID, Bar.CAPE_TOWN, WITH_NUMBER));
    VatRegistrationChanged vendor = new VatRegistrationChanged(ID, true, DAY);

    numbered.when(VENDOR).publishes(vendor);
    numbered.given(vendor).when(VENDOR).changesNothing();
    numbered
        .given(vendor)
        .when(new ChangeAdvocateDetails(ID, JHB, Bar.CAPE_TOWN, WITHOUT))
        .isRefusedBy(Rule.VAT_NUMBER_MISSING);
    numbered
        .given(vendor)
        .when(new ChangeVatRegistration(ID, JHB, false, DAY.plusYears(1)))
        .publishes(new VatRegistrationChanged(ID, false, DAY.plusYears(1)));
  }

  @Test
  void aTrustAccountComesWithACertificate() {
    ChangePracticeProfile change =
        new ChangePracticeProfile(ID, JHB, PracticeProfile.TRUST_ACCOUNT, DAY);
    PracticeProfileChanged changed =
        new PracticeProfileChanged(ID, PracticeProfile.TRUST_ACCOUNT, DAY);
    practice.when(change).publishes(changed);
    practice.given(changed).when(change).changesNothing();
    practice
        .given(changed)
        .when(new ChangePracticeProfile(ID, JHB, PracticeProfile.REFERRAL, null))
        .publishes(new PracticeProfileChanged(ID, PracticeProfile.REFERRAL, null));
  }

  @Test
  void numbersGetAnotherFormOrAreRefusedOne() {
    List<NumberFormat> formats = List.of(new NumberFormat(NumberSeries.INVOICE, "A-YYYY-NNN"));
    NumberFormatsChanged changed = new NumberFormatsChanged(ID, formats);
    practice.when(new ChangeNumberFormats(ID, JHB, formats)).publishes(changed);
    practice.given(changed).when(new ChangeNumberFormats(ID, JHB, formats)).changesNothing();
    practice
        .when(
            new ChangeNumberFormats(
                ID, JHB, List.of(new NumberFormat(NumberSeries.INVOICE, "A-NNN"))))
        .isRefusedBy(Rule.NUMBER_FORMAT_INVALID);
  }

  @Test
  void remindersOverpaymentsAndLooksAreChosen() {
    List<ReminderDay> days = List.of(new ReminderDay(ReminderType.FIRST, 10));
    ReminderPolicySet reminders = new ReminderPolicySet(ID, false, days);
    practice.when(new SetReminderPolicy(ID, JHB, false, days)).publishes(reminders);
    practice.given(reminders).when(new SetReminderPolicy(ID, JHB, false, days)).changesNothing();

    SetOverpaymentPolicy credit =
        new SetOverpaymentPolicy(ID, JHB, OverpaymentPolicy.CREDIT_UNALLOCATED);
    OverpaymentPolicySet credited =
        new OverpaymentPolicySet(ID, OverpaymentPolicy.CREDIT_UNALLOCATED);
    practice.when(credit).publishes(credited);
    practice.given(credited).when(credit).changesNothing();

    SetBranding colour = new SetBranding(ID, JHB, null, "#112233");
    BrandingSet coloured = new BrandingSet(ID, null, "#112233");
    practice.when(colour).publishes(coloured);
    practice.given(coloured).when(colour).changesNothing();
  }

  @Test
  void aLogoIsChosenByItsHashAndTakenAwayAgain() {
    String logo = "a".repeat(64);
    practice.when(new SetBranding(ID, JHB, logo, null)).publishes(new BrandingSet(ID, logo, null));
    practice
        .given(new BrandingSet(ID, logo, null))
        .when(new SetBranding(ID, JHB, null, null))
        .publishes(new BrandingSet(ID, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#FFFFFF", "#FFFF00", "#FF6A00", "#777777"})
  void aColourThatCannotBeReadOnWhiteIsRefused(String pale) {
    practice.when(new SetBranding(ID, JHB, null, pale)).isRefusedBy(Rule.COLOUR_TOO_PALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#000000", "#767676", "#14532d", "#B91C1C"})
  void aColourThatCanBeReadOnWhiteIsTaken(String dark) {
    practice.when(new SetBranding(ID, JHB, null, dark)).publishes(new BrandingSet(ID, null, dark));
  }

  static List<AdvocateCommands> everyCommandOfAStranger() {
    return List.of(
        new ChangeAdvocateDetails(ID, STRANGER, Bar.JOHANNESBURG, WITH_NUMBER),
        new ChangeVatRegistration(ID, STRANGER, true, DAY),
        new ChangePracticeProfile(ID, STRANGER, PracticeProfile.REFERRAL, null),
        new ChangeNumberFormats(ID, STRANGER, List.of()),
        new SetReminderPolicy(ID, STRANGER, true, List.of()),
        new SetOverpaymentPolicy(ID, STRANGER, OverpaymentPolicy.REJECT),
        new SetBranding(ID, STRANGER, null, null));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(AdvocateCommands command) {
    practice.when(command).findsNothing();
  }

  @Test
  void aCommandForAnOlderVersionConflicts() {
    practice
        .given(new BrandingSet(ID, null, "#112233"))
        .whenVersionIsExpected(1, new SetBranding(ID, Samples.JHB, null, null))
        .conflictsWithVersion(2);
  }
}
