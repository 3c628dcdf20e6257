package za.lexohub.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.domain.Samples.sealed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateEvents.OverpaymentPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.PracticeProfileChanged;
import za.lexohub.messages.practice.AdvocateEvents.VatRegistrationChanged;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;

class LoggedPracticesTest {
  private static final LocalDate VENDOR_FROM = LocalDate.of(2020, 3, 1);

  private final Books books = new Books();
  private final TenantId tenant = Samples.fresh("registered");
  private final AdvocateId id = AdvocateId.of(tenant);
  private final AdvocateRegistered registered =
      new AdvocateRegistered(
          id, tenant, Bar.CAPE_TOWN, PracticeProfile.REFERRAL, sealed("registered details"));
  private final LoggedPractices unconfigured = practices(Map.of());
  private final LoggedPractices practices =
      practices(
          Map.of(
              tenant.value(),
              new PracticesProperties.Registered(
                  "Adv X",
                  "x@example.org",
                  null,
                  "Sandton",
                  "JHB1",
                  Bar.JOHANNESBURG,
                  "4123456789",
                  VENDOR_FROM,
                  PracticeProfile.REFERRAL,
                  null,
                  null)));

  private static LoggedPractices practices(Map<String, PracticesProperties.Registered> configured) {
    return new LoggedPractices(
        Books.bean(EventStore.class),
        new ConfiguredPractices(
            new PracticesProperties(configured), Books.bean(PersonalDataVault.class)));
  }

  @Test
  void aPracticeWithoutAStreamIsThatOfTheConfiguration() {
    assertThat(practices.of(tenant).bar()).isEqualTo(Bar.JOHANNESBURG);
    assertThat(practices.of(tenant).supplierOn(VENDOR_FROM).vatRegistered()).isTrue();
    assertThat(practices.of(tenant).reminders())
        .isEqualTo(ReminderPolicy.usualAt(Bar.JOHANNESBURG));
  }

  @Test
  void aTenantWithNeitherHasNoPractice() {
    assertThatThrownBy(() -> unconfigured.of(tenant))
        .isInstanceOfSatisfying(
            RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(Rule.PRACTICE_UNKNOWN));
  }

  @Test
  void whatWasRegisteredHoldsAndTheRestStaysAsConfigured() {
    books.given(registered);

    assertThat(practices.of(tenant))
        .returns(Bar.CAPE_TOWN, Practice::bar)
        .returns(sealed("registered details"), Practice::details)
        .returns(NumberFormats.USUAL, Practice::formats)
        .returns(OverpaymentPolicy.REJECT, Practice::overpaymentPolicy);
    assertThat(practices.of(tenant).supplierOn(VENDOR_FROM).vatRegistered()).isTrue();
    assertThat(unconfigured.of(tenant).supplierOn(VENDOR_FROM).vatRegistered()).isFalse();
  }

  @Test
  void everyChangeIsSeenByTheNextDocument() {
    books.given(registered);
    assertThat(practices.of(tenant).bar()).isEqualTo(Bar.CAPE_TOWN);
    books.given(
        new AdvocateDetailsChanged(id, Bar.JOHANNESBURG, sealed("moved")),
        new PracticeProfileChanged(id, PracticeProfile.TRUST_ACCOUNT, LocalDate.of(2026, 12, 31)),
        new NumberFormatsChanged(id, List.of(new NumberFormat(NumberSeries.INVOICE, "A-YYYY-NNN"))),
        new OverpaymentPolicySet(id, OverpaymentPolicy.CREDIT_UNALLOCATED));

    Practice practice = practices.of(tenant);
    assertThat(practice)
        .returns(Bar.JOHANNESBURG, Practice::bar)
        .returns(sealed("moved"), Practice::details)
        .returns(LocalDate.of(2026, 12, 31), Practice::fidelityCertificateUntil)
        .returns(OverpaymentPolicy.CREDIT_UNALLOCATED, Practice::overpaymentPolicy);
    assertThat(practice.formats().print(NumberSeries.INVOICE, Bar.JOHANNESBURG, 2026, 3))
        .isEqualTo("A-2026-003");
  }

  @Test
  void vatRegistrationIsThatOfTheDay() {
    LocalDate left = LocalDate.of(2026, 3, 1);
    LocalDate again = LocalDate.of(2026, 9, 1);
    books.given(
        registered,
        new VatRegistrationChanged(id, true, again),
        new VatRegistrationChanged(id, false, left));

    assertThat(List.of(VENDOR_FROM, left.minusDays(1), again))
        .allMatch(day -> practices.of(tenant).supplierOn(day).vatRegistered());
    assertThat(List.of(VENDOR_FROM.minusDays(1), left, again.minusDays(1)))
        .noneMatch(day -> practices.of(tenant).supplierOn(day).vatRegistered());
  }

  @Test
  void trustMoneyNeedsTheProfileAndACertificateOfTheDay() {
    LocalDate until = LocalDate.of(2026, 12, 31);
    books.given(registered);
    assertRefused(until, Rule.TRUST_ACCOUNT_NOT_HELD);
    books.given(new PracticeProfileChanged(id, PracticeProfile.TRUST_ACCOUNT, until));

    practices.of(tenant).requireTrustAccount(until);
    assertRefused(until.plusDays(1), Rule.FIDELITY_CERTIFICATE_EXPIRED);
  }

  private void assertRefused(LocalDate day, Rule rule) {
    assertThatThrownBy(() -> practices.of(tenant).requireTrustAccount(day))
        .isInstanceOfSatisfying(
            RuleViolated.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }
}
