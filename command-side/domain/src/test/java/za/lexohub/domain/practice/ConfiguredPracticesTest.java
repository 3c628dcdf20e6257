package za.lexohub.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.SupplierDetails;

class ConfiguredPracticesTest {
  private static final TenantId MOKOENA = new TenantId("adv-mokoena");
  private final AtomicInteger sealings = new AtomicInteger();

  private final PersonalDataVault vault =
      new PersonalDataVault() {
        @Override
        public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
          assertThat(subjectId).isEqualTo(DataSubjects.advocate(MOKOENA));
          assertThat(((SupplierDetails) plain).banking().branchCode()).isEqualTo("051001");
          return Samples.sealed("sealing " + sealings.incrementAndGet());
        }

        @Override
        public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
          return Optional.empty();
        }
      };

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(PracticeConfiguration.class)
          .withBean(PersonalDataVault.class, () -> vault)
          .withBean(EventStore.class, () -> Books.bean(EventStore.class))
          .withPropertyValues(
              "lexohub.practices.adv-mokoena.name=Adv T Mokoena",
              "lexohub.practices.adv-mokoena.email=mokoena@example.org",
              "lexohub.practices.adv-mokoena.phone=+27 11 555 0101",
              "lexohub.practices.adv-mokoena.address=Maisels Group, Sandton",
              "lexohub.practices.adv-mokoena.practice-number=JHB1234",
              "lexohub.practices.adv-mokoena.bar=johannesburg",
              "lexohub.practices.adv-mokoena.vat-number=4123456789",
              "lexohub.practices.adv-mokoena.vat-registered-from=2020-03-01",
              "lexohub.practices.adv-mokoena.banking.bank=Standard Bank",
              "lexohub.practices.adv-mokoena.banking.account-name=T Mokoena",
              "lexohub.practices.adv-mokoena.banking.account-number=000123456",
              "lexohub.practices.adv-mokoena.banking.branch-code=051001");

  @Test
  void aPracticeIsSealedOnceAndIsAVendorFromItsFirstDay() {
    runner.run(
        context -> {
          Practices practices = context.getBean(Practices.class);
          Practice practice = practices.of(MOKOENA);

          assertThat(practice.bar()).isEqualTo(Bar.JOHANNESBURG);
          assertThat(practice.supplierOn(LocalDate.of(2020, 2, 29)).vatRegistered()).isFalse();
          assertThat(practice.supplierOn(LocalDate.of(2020, 3, 1)).vatRegistered()).isTrue();
          assertThat(practices.of(MOKOENA).details()).isEqualTo(practice.details());
          assertThat(sealings).hasValue(1);
        });
  }

  @Test
  void anUnknownTenantHasNoPractice() {
    runner.run(
        context ->
            assertThatThrownBy(() -> context.getBean(Practices.class).of(Samples.NOBODY))
                .isInstanceOfSatisfying(
                    RuleViolated.class,
                    e -> assertThat(e.rule()).isEqualTo(Rule.PRACTICE_UNKNOWN)));
  }

  @Test
  void aVendorWithoutAVatNumberOrABadNumberEndsTheStart() {
    runner
        .withPropertyValues("lexohub.practices.adv-mokoena.vat-number=123")
        .run(context -> assertThat(context).hasFailed());
    runner
        .withPropertyValues("lexohub.practices.adv-mokoena.practice-number=jhb 1")
        .run(context -> assertThat(context).hasFailed());
    runner
        .withPropertyValues(
            "lexohub.practices.adv-x.name=X",
            "lexohub.practices.adv-x.email=x@example.org",
            "lexohub.practices.adv-x.address=X",
            "lexohub.practices.adv-x.practice-number=JHB1",
            "lexohub.practices.adv-x.bar=CAPE_TOWN",
            "lexohub.practices.adv-x.vat-registered-from=2020-01-01")
        .run(context -> assertThat(context).hasFailed());
  }
}
